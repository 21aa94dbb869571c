package uk.vehicleregister.command.sorn.declare;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.vehicleregister.command.Bodies.sorn;
import static uk.vehicleregister.command.Bodies.taxPayment;
import static uk.vehicleregister.command.Bodies.with;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.command.Register;
import uk.vehicleregister.command.Register.Vehicle;
import uk.vehicleregister.command.RunningService;
import uk.vehicleregister.command.RunningService.Answer;
import uk.vehicleregister.kernel.access.Role;

class DeclareSornHttpTest {

    private final RunningService service = RunningService.shared();
    private final Register register = new Register(service);

    @Test
    void a_declaration_is_recorded_with_the_refund_and_a_repeat_answers_the_same() {
        Vehicle vehicle = register.registered();
        service.post("/v1/tax-payments", Role.OPERATOR, taxPayment(vehicle.mark(), "2026-01-01", "2026-12-31"));
        String key = UUID.randomUUID().toString();
        Answer answer =
                service.post("/v1/sorn-declarations", Role.CITIZEN, key, sorn(vehicle.mark(), vehicle.reference()));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        assertThat(answer.header("Register-Position")).isEqualTo(Long.toString(answer.position()));
        assertThat(service.post("/v1/sorn-declarations", Role.CITIZEN, key, sorn(vehicle.mark(), vehicle.reference()))
                        .body())
                .isEqualTo(answer.body());
        assertThat(register.typesOf(vehicle.id()))
                .containsExactly("VehicleRegistered", "V5CIssued", "TaxPaid", "SornDeclared", "TaxRefundDue");
        assertThat(register.eventsOf(vehicle.id()).getLast().payload()).contains("\"months\":5", "OFF_ROAD");
    }

    @Test
    void a_second_declaration_is_refused_by_its_own_code() {
        Vehicle vehicle = register.registered();
        service.post("/v1/sorn-declarations", Role.DEALER, sorn(vehicle.mark(), vehicle.reference()));
        Answer again = service.post("/v1/sorn-declarations", Role.DEALER, sorn(vehicle.mark(), vehicle.reference()));
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.code()).isEqualTo("ALREADY_SORN");
    }

    @Test
    void a_wrong_reference_is_not_found_and_counted() {
        Vehicle vehicle = register.registered();
        for (int tried = 1; tried <= 3; tried++) {
            assertThat(service.post("/v1/sorn-declarations", Role.CITIZEN, sorn(vehicle.mark(), "00000000000"))
                            .status())
                    .isEqualTo(404);
        }
        assertThat(service.post("/v1/sorn-declarations", Role.CITIZEN, sorn(vehicle.mark(), vehicle.reference()))
                        .code())
                .isEqualTo("MARK_LOCKED");
    }

    @Test
    void a_day_too_far_ahead_is_refused() {
        Vehicle vehicle = register.registered();
        Answer answer = service.post(
                "/v1/sorn-declarations",
                Role.CITIZEN,
                with(sorn(vehicle.mark(), vehicle.reference()), "from", "2026-09-02"));
        assertThat(answer.code()).isEqualTo("DATE_TOO_FAR_AHEAD");
    }
}
