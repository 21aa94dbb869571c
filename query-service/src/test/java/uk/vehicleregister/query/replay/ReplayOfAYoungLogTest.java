package uk.vehicleregister.query.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/// Replays of logs that grow, that were tampered with, or that hold what nobody can read: each its own.
class ReplayOfAYoungLogTest {

    @Test
    void up_to_a_position_the_rows_are_those_that_were_live_then() {
        try (ReplayedRegister young = new ReplayedRegister()) {
            long then = young.live(3);
            Replayed live = young.live();
            young.live(2);

            Replayed replayed = young.run(then, null, null);

            assertThat(replayed.isCompared()).as("the live rows have gone on").isFalse();
            assertThat(replayed.size()).isEqualTo(then + 1);
            assertThat(replayed.sealed()).isEqualTo(then + 1);
            assertThat(digests(replayed)).isEqualTo(digests(live));
            assertThat(replayed.root()).isEqualTo(live.root());
        }
    }

    @Test
    void while_the_log_grows_and_a_model_is_rebuilt_every_replay_is_identical() throws Exception {
        try (ReplayedRegister young = new ReplayedRegister()) {
            young.live(1);
            AtomicBoolean done = new AtomicBoolean();
            Thread writing = Thread.ofPlatform().start(() -> {
                while (!done.get()) young.lifeOf(1);
            });
            List<Long> sizes = new ArrayList<>();
            try {
                for (int i = 0; i < 5; i++) {
                    Replayed replayed = young.live();
                    assertThat(replayed.first()).isEmpty();
                    assertThat(replayed.isCompared()).isTrue();
                    sizes.add(replayed.size());
                    young.mend("vehicle-history");
                }
            } finally {
                done.set(true);
                writing.join();
            }
            assertThat(sizes).isSorted().doesNotHaveDuplicates();
        }
    }

    @Test
    void an_event_nobody_can_read_is_told_by_its_position() {
        try (ReplayedRegister young = new ReplayedRegister()) {
            young.live(1);
            long position = young.service.log.appendUnreadable();

            assertThatThrownBy(() -> young.run(position, null, null))
                    .isInstanceOf(ReplayRefusedException.class)
                    .hasMessageContaining("position " + position);
            assertThat(young.shadows()).isEmpty();
        }
    }

    @Test
    void a_log_that_is_not_the_sealed_one_is_refused() {
        try (ReplayedRegister young = new ReplayedRegister()) {
            long end = young.live(2);
            ReplayedRegister.run(young.service.database.owner(), """
                    alter table log.event disable trigger user;
                    update log.event set payload = replace(payload::text, '2010', '2011')::json where position = 0;
                    alter table log.event enable trigger user""");

            assertThatThrownBy(young::live)
                    .isInstanceOf(ReplayRefusedException.class)
                    .hasMessageContaining("not those that were sealed");
            assertThatThrownBy(() -> young.run(end / 2, null, null)).isInstanceOf(ReplayRefusedException.class);
            assertThat(young.shadows()).isEmpty();
        }
    }

    private static List<String> digests(Replayed replayed) {
        return replayed.readModels().stream()
                .flatMap(model -> model.tables().stream())
                .map(table -> table.name() + " " + table.rows() + " " + table.sha256())
                .toList();
    }
}
