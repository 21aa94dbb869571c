package uk.vehicleregister.command.keeper.change;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.vehicleregister.command.Bodies.acquisition;
import static uk.vehicleregister.command.Bodies.disposal;
import static uk.vehicleregister.command.Bodies.keeperChange;
import static uk.vehicleregister.command.Bodies.marker;
import static uk.vehicleregister.command.Bodies.with;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.command.Register;
import uk.vehicleregister.command.Register.Vehicle;
import uk.vehicleregister.command.RunningService;
import uk.vehicleregister.command.RunningService.Answer;
import uk.vehicleregister.kernel.access.Role;

class ChangeKeeperHttpTest {

    private final RunningService service = RunningService.shared();
    private final Register register = new Register(service);

    @Test
    void a_private_sale_is_answered_with_its_position_and_the_mark() {
        Vehicle vehicle = register.registered();
        Answer answer = sell(vehicle);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        assertThat(answer.text("registrationMark")).isEqualTo(vehicle.mark());
        assertThat(answer.text("transactionId")).hasSize(36);
        assertThat(answer.header("Register-Position")).isEqualTo(Long.toString(answer.position()));
        assertThat(register.typesOf(vehicle.id()))
                .containsExactly("VehicleRegistered", "V5CIssued", "KeeperChanged", "V5CIssued");
    }

    @Test
    void the_old_document_reference_is_dead_at_once_and_the_new_one_lives() {
        Vehicle before = register.registered();
        sell(before);
        Vehicle after = register.byPost(before.id());
        assertThat(after.reference()).isNotEqualTo(before.reference());
        assertThat(sell(before).code()).isEqualTo("VEHICLE_OR_DOCUMENT_NOT_MATCHED");
        assertThat(sell(after).status()).isEqualTo(201);
    }

    @Test
    void no_answer_to_a_seller_holds_the_new_reference() {
        Vehicle before = register.registered();
        String answer = sell(before).body().toString();
        assertThat(answer).doesNotContain(register.byPost(before.id()).reference());
    }

    @Test
    void a_disposal_keeps_the_reference_so_that_the_trader_can_sell_on_with_it() {
        Vehicle vehicle = register.registered();
        Answer disposed = service.post("/v1/disposals", Role.CITIZEN, disposal(vehicle.mark(), vehicle.reference()));
        assertThat(disposed.status()).as(disposed.body().toString()).isEqualTo(201);
        assertThat(disposed.text("registrationMark")).isEqualTo(vehicle.mark());
        assertThat(sell(vehicle).code()).isEqualTo("ALREADY_SOLD_TO_TRADE");
        Answer acquired =
                service.post("/v1/acquisitions", Role.DEALER, acquisition(vehicle.mark(), vehicle.reference()));
        assertThat(acquired.status()).as(acquired.body().toString()).isEqualTo(201);
        assertThat(register.byPost(vehicle.id()).reference()).isNotEqualTo(vehicle.reference());
    }

    @Test
    void a_suppressed_v5c_stops_a_sale_until_a_registrar_lifts_it() {
        Vehicle vehicle = register.registered();
        service.post("/v1/markers", Role.REGISTRAR, marker(vehicle.mark(), "V5C_SUPPRESSED", "SET"));
        assertThat(sell(vehicle).code()).isEqualTo("V5C_SUPPRESSED");
        Answer lifted = service.post("/v1/markers", Role.REGISTRAR, marker(vehicle.mark(), "V5C_SUPPRESSED", "LIFTED"));
        assertThat(lifted.status()).isEqualTo(201);
        assertThat(sell(register.byPost(vehicle.id())).status())
                .as("with the V5C printed at the lifting")
                .isEqualTo(201);
    }

    @Test
    void warnings_are_listed_and_pass_when_acknowledged() {
        Vehicle vehicle = register.registered();
        var body = with(keeperChange(vehicle.mark(), vehicle.reference()), "dateOfSale", "2025-06-30");
        Answer asked = service.post("/v1/keeper-changes", Role.CITIZEN, body);
        assertThat(asked.status()).isEqualTo(422);
        assertThat(asked.code()).isEqualTo("CONFIRMATION_NEEDED");
        assertThat(asked.body().get("warnings").toString()).isEqualTo("[\"SALE_OVER_12_MONTHS_AGO\"]");
        Answer taken = service.post(
                "/v1/keeper-changes",
                Role.CITIZEN,
                with(body, "acknowledgedWarnings", List.of("SALE_OVER_12_MONTHS_AGO")));
        assertThat(taken.status()).isEqualTo(201);
        assertThat(register.eventsOf(vehicle.id()).get(2).payload()).contains("SALE_OVER_12_MONTHS_AGO");
    }

    @Test
    void of_many_concurrent_sales_of_one_vehicle_exactly_one_wins() throws Exception {
        Vehicle vehicle = register.registered();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Answer> sale = () -> sell(vehicle);
            List<Future<Answer>> answers = threads.invokeAll(List.of(sale, sale, sale));
            assertThat(answers).extracting(answer -> answer.get().status()).containsOnlyOnce(201);
            assertThat(answers).extracting(answer -> answer.get().status()).containsAnyOf(404, 409);
        }
        assertThat(register.typesOf(vehicle.id())).containsOnlyOnce("KeeperChanged");
    }

    private Answer sell(Vehicle vehicle) {
        return service.post("/v1/keeper-changes", Role.CITIZEN, keeperChange(vehicle.mark(), vehicle.reference()));
    }
}
