package uk.vehicleregister.command.web;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.vehicleregister.command.Bodies.keeperChange;

import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.command.Register;
import uk.vehicleregister.command.Register.Vehicle;
import uk.vehicleregister.command.RunningService;
import uk.vehicleregister.command.RunningService.Answer;
import uk.vehicleregister.kernel.access.Role;

class SlowCommandHttpTest {

    /// Axon interrupts a command after thirty seconds of its own accord, and reports it failed whatever the log did
    /// with it.
    @Test
    void a_command_is_not_given_up_by_a_clock_that_knows_nothing_of_the_log() {
        try (RunningService service = RunningService.start(Map.of(
                "axon.timeout.handler.commands.timeout-ms", "1",
                "axon.timeout.handler.commands.warning-threshold-ms", "-1",
                "axon.timeout.transaction.command-bus.timeout-ms", "1",
                "axon.timeout.transaction.command-bus.warning-threshold-ms", "-1"))) {
            Vehicle vehicle = new Register(service).registered();
            Answer answer =
                    service.post("/v1/keeper-changes", Role.CITIZEN, keeperChange(vehicle.mark(), vehicle.reference()));
            assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        }
    }
}
