package uk.vehicleregister.benchmarks.campaign.writers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.benchmarks.campaign.Form;

/// Clients 0 and 2 use the first service, 1 and 3 the second.
class FairnessTest {

    @Test
    void both_services_do_their_part() {
        assertThat(Fairness.ofTheParts("load", slice(1, 80, 20, 80, 20))).isEmpty();
    }

    @Test
    void one_service_does_nearly_everything() {
        assertThat(Fairness.ofTheParts("load", slice(1, 100, 20, 100, 20)))
                .containsExactly("load: of two services with the same load one did 83 % of what was done");
        assertThat(Fairness.ofTheParts("load", slice(1, 20, 100, 20, 100)))
                .containsExactly("load: of two services with the same load one did 83 % of what was done");
    }

    @Test
    void too_few_commands_tell_nothing_of_parts() {
        assertThat(Fairness.ofTheParts("load", slice(1, 100, 1, 97, 1))).isEmpty();
        assertThat(Fairness.ofTheParts("load", slice(1, 100, 1, 98, 1))).hasSize(1);
    }

    @Test
    void a_client_gets_nothing_done() {
        assertThat(Fairness.ofTheClients("load", slice(1, 10, 10, 0, 0)))
                .containsExactly("load: 2 clients got nothing done");
    }

    @Test
    void a_command_takes_too_long() {
        assertThat(Fairness.ofTheClients("load", slice(30_000, 1, 1, 1, 1))).isEmpty();
        assertThat(Fairness.ofTheClients("load", slice(30_001, 1, 1, 1, 1)))
                .containsExactly("load: a command took 30001 ms");
    }

    @Test
    void parts_are_judged_on_a_quiet_machine_only() {
        Slice uneven = slice(1, 100, 20, 100, 20);

        assertThat(Fairness.violations("load", uneven, Form.SHORT)).isEmpty();
        assertThat(Fairness.violations("load", uneven, Form.FULL)).hasSize(1);
    }

    private static Slice slice(long millis, int... done) {
        List<List<Long>> latencies = java.util.Arrays.stream(done)
                .mapToObj(times -> Collections.nCopies(times, millis * 1_000_000))
                .toList();
        return Slice.of(1, latencies);
    }
}
