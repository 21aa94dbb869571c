package uk.vehicleregister.benchmarks.campaign.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BlowTest {

    @Test
    void some_blows_have_two_victims_that_are_not_the_same_nor_one_a_part_of_the_other() {
        Random dice = new Random(20_260_701);
        List<Blow> blows = Stream.generate(() -> Blow.drawn(dice)).limit(1_000).toList();

        assertThat(blows).allSatisfy(blow -> assertThat(blow.victims()).doesNotHaveDuplicates());
        assertThat(blows)
                .noneMatch(blow -> blow.victims().containsAll(List.of(Victim.BACKEND, Victim.POSTMASTER)))
                .anyMatch(blow -> blow.victims().containsAll(List.of(Victim.COMMAND_SERVICE, Victim.POSTMASTER)));
        assertThat(blows.stream().filter(blow -> blow.victims().size() == 2)).hasSizeBetween(100, 250);
    }
}
