package uk.vehicleregister.command.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.vehicleregister.command.Bodies.motFailure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.command.Register;
import uk.vehicleregister.command.Register.Vehicle;
import uk.vehicleregister.command.RunningService;
import uk.vehicleregister.kernel.access.Role;

class HotVehicleHttpTest {

    private static final int CLIENTS = 48;
    private static final int EACH = 5;

    private final RunningService service = RunningService.shared();
    private final Register register = new Register(service);

    @Test
    void of_many_who_change_one_vehicle_at_once_each_has_its_turn() throws Exception {
        Vehicle vehicle = register.registered();
        List<Future<List<Integer>>> clients = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CLIENTS; i++) clients.add(threads.submit(() -> statuses(vehicle.mark())));
        }
        for (Future<List<Integer>> client : clients) assertThat(client.get()).containsOnly(201);
        assertThat(Collections.frequency(register.typesOf(vehicle.id()), "MotFailed"))
                .isEqualTo(CLIENTS * EACH);
    }

    private List<Integer> statuses(String mark) {
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < EACH; i++)
            statuses.add(service.post("/v1/mot-results", Role.OPERATOR, motFailure(mark))
                    .status());
        return statuses;
    }
}
