package uk.vehicleregister.command.mark;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.vehicleregister.command.Bodies.actingBusiness;
import static uk.vehicleregister.command.Bodies.assignment;
import static uk.vehicleregister.command.Bodies.map;
import static uk.vehicleregister.command.Bodies.marker;
import static uk.vehicleregister.command.Bodies.retention;
import static uk.vehicleregister.command.Bodies.with;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.command.Bodies;
import uk.vehicleregister.command.Register;
import uk.vehicleregister.command.Register.Vehicle;
import uk.vehicleregister.command.RunningService;
import uk.vehicleregister.command.RunningService.Answer;
import uk.vehicleregister.eventstore.log.RecordedEvent;
import uk.vehicleregister.kernel.access.Role;

class RetainAndAssignHttpTest {

    private final RunningService service = RunningService.shared();
    private final Register register = new Register(service);

    @Test
    void a_retained_mark_is_assigned_to_another_vehicle_and_a_replaced_mark_comes_back_to_its_own() {
        Vehicle first = register.registered();
        Vehicle second = register.registered(Bodies.vehicle(LocalDate.of(2020, 5, 5)));
        Answer retained = retain(first, "tok_authorised");
        assertThat(retained.status()).as(retained.body().toString()).isEqualTo(201);
        assertThat(retained.text("retainedMark")).isEqualTo(first.mark());
        assertThat(retained.text("certificateNumber")).matches("1-[0-9]{5}-[0-9]{6}-" + first.mark());
        assertThat(retained.text("replacementMark")).contains("19");

        Answer assigned = assign(second, retained.text("certificateNumber"), first.mark());
        assertThat(assigned.status()).as(assigned.body().toString()).isEqualTo(201);
        assertThat(assigned.text("registrationMark")).isEqualTo(first.mark());
        assertThat(assigned.text("replacedMark")).isEqualTo(second.mark());

        Answer again = retain(register.byPost(second.id()), "tok_authorised");
        assertThat(again.text("replacementMark"))
                .as("the original mark is free")
                .isEqualTo(second.mark());
        assertThat(typesOfMark(second.mark())).containsExactly("MarkIssued", "MarkReplaced", "MarkRestored");
        assertThat(typesOfMark(first.mark()))
                .containsExactly("MarkIssued", "EntitlementGranted", "EntitlementUsed", "EntitlementGranted");
    }

    @Test
    void a_retention_is_one_transaction_over_vehicle_marks_and_payment() {
        Answer retained = retain(register.registered(), "tok_authorised");
        List<RecordedEvent> events = service.log().transactionEndingAt(retained.position());
        assertThat(events)
                .extracting(RecordedEvent::type)
                .containsExactly("MarkRetained", "V5CIssued", "EntitlementGranted", "MarkIssued", "PaymentAuthorised");
        assertThat(events).allSatisfy(event -> assertThat(event.metadata()).contains(retained.text("transactionId")));
    }

    @Test
    void a_declined_payment_changes_nothing() {
        Vehicle vehicle = register.registered();
        Answer declined = retain(vehicle, "tok_declined");
        assertThat(declined.status()).isEqualTo(422);
        assertThat(declined.code()).isEqualTo("PAYMENT_DECLINED");
        assertThat(register.typesOf(vehicle.id())).containsExactly("VehicleRegistered", "V5CIssued");
        assertThat(retain(vehicle, "tok_authorised").status()).isEqualTo(201);
    }

    @Test
    void an_unknown_payment_moves_nothing_and_the_same_key_tells_later_without_authorising_twice() {
        Vehicle vehicle = register.registered();
        String key = UUID.randomUUID().toString();
        Map<String, Object> body = retention(vehicle.mark(), vehicle.reference(), "tok_timeout");
        Answer unknown = service.post("/v1/retentions", Role.CITIZEN, key, body);
        assertThat(unknown.status()).isEqualTo(503);
        assertThat(unknown.code()).isEqualTo("PAYMENT_OUTCOME_UNKNOWN");
        assertThat(unknown.text("outcome")).isEqualTo("UNKNOWN");
        assertThat(register.typesOf(vehicle.id())).doesNotContain("MarkRetained");

        Answer other = service.post("/v1/retentions", Role.CITIZEN, key, with(body, "keeperEmail", "a@example.org"));
        assertThat(other.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");

        Answer later = service.post("/v1/retentions", Role.CITIZEN, key, body);
        assertThat(later.status()).as(later.body().toString()).isEqualTo(201);
        assertThat(later.text("transactionId")).isEqualTo(unknown.text("transactionId"));
        String payment = service.log().transactionEndingAt(later.position()).getLast().stream();
        assertThat(service.log().stream(payment, 0))
                .extracting(RecordedEvent::type)
                .containsExactly("PaymentClaimed", "PaymentAuthorised", "PaymentSettled");
    }

    @Test
    void a_refusal_after_the_fee_was_authorised_gives_it_back_and_is_remembered() {
        Vehicle vehicle = register.registered();
        String key = UUID.randomUUID().toString();
        Map<String, Object> body = retention(vehicle.mark(), vehicle.reference(), "tok_timeout");
        long before = service.log().lastPosition();
        service.post("/v1/retentions", Role.CITIZEN, key, body);
        service.post("/v1/markers", Role.REGISTRAR, marker(vehicle.mark(), "EXPORTED", "SET"));
        assertThat(service.post("/v1/retentions", Role.CITIZEN, key, body).code())
                .isEqualTo("EXPORTED");
        assertThat(service.post("/v1/retentions", Role.CITIZEN, key, body).code())
                .isEqualTo("EXPORTED");
        assertThat(service.log().after(before, 100).stream()
                        .filter(event -> event.stream().startsWith("payment-")))
                .extracting(RecordedEvent::type)
                .containsExactly("PaymentClaimed", "PaymentCancelled", "PaymentReleased");
    }

    @Test
    void the_postcode_must_be_the_keepers_whatever_its_spacing() {
        Vehicle vehicle = register.registered();
        Map<String, Object> body = retention(vehicle.mark(), vehicle.reference(), "tok_authorised");
        assertThat(service.post("/v1/retentions", Role.CITIZEN, with(body, "keeperPostcode", "CF10 4PZ"))
                        .code())
                .isEqualTo("POSTCODE_MISMATCH");
        assertThat(service.post("/v1/retentions", Role.CITIZEN, with(body, "keeperPostcode", "sa34hp"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void a_business_acts_with_its_own_details() {
        Vehicle vehicle = register.registered();
        Map<String, Object> body =
                with(retention(vehicle.mark(), vehicle.reference(), "tok_authorised"), "actingAs", "BUSINESS");
        assertThat(service.post("/v1/retentions", Role.DEALER, body).body().toString())
                .contains("\"field\":\"business\"");
        Answer retained = service.post("/v1/retentions", Role.DEALER, with(body, "business", actingBusiness()));
        assertThat(retained.status()).as(retained.body().toString()).isEqualTo(201);
        assertThat(register.eventsOf(vehicle.id()).get(2).payload())
                .contains("actingBusiness")
                .doesNotContain("IDRIS");
    }

    @Test
    void three_wrong_certificates_lock_the_mark_to_assign_and_leave_the_vehicle_free() {
        Vehicle from = register.registered();
        Vehicle to = register.registered();
        String certificate = retain(from, "tok_authorised").text("certificateNumber");
        for (int wrong = 0; wrong < 3; wrong++) {
            assertThat(assign(to, "1-00000-000000-" + from.mark(), from.mark()).code())
                    .isEqualTo("CERTIFICATE_NOT_MATCHED");
        }
        assertThat(assign(to, certificate, from.mark()).status()).isEqualTo(423);
        assertThat(retain(to, "tok_authorised").status()).isEqualTo(201);
    }

    @Test
    void a_certificate_can_be_used_once() {
        Vehicle from = register.registered();
        String certificate = retain(from, "tok_authorised").text("certificateNumber");
        assertThat(assign(register.registered(), certificate, from.mark()).status())
                .isEqualTo(201);
        assertThat(assign(register.registered(), certificate, from.mark()).code())
                .isEqualTo("CERTIFICATE_NOT_MATCHED");
    }

    @Test
    void a_mark_that_would_make_the_vehicle_look_newer_is_refused() {
        Vehicle from = register.registered();
        Vehicle older = register.registered(Bodies.vehicle(LocalDate.of(2010, 5, 5)));
        String certificate = retain(from, "tok_authorised").text("certificateNumber");
        assertThat(assign(older, certificate, from.mark()).code()).isEqualTo("WOULD_LOOK_NEWER");
    }

    @Test
    void an_expired_certificate_costs_a_fee_and_an_old_one_is_lost() {
        Vehicle from = register.registered();
        Vehicle to = register.registered();
        String certificate = retain(from, "tok_authorised").text("certificateNumber");
        Map<String, Object> body = assignment(to.mark(), to.reference(), certificate, from.mark());
        try (RunningService late = service.another(Map.of("register.today", "2036-07-02"));
                RunningService tooLate = service.another(Map.of("register.today", "2042-07-02"))) {
            assertThat(late.post("/v1/assignments", Role.CITIZEN, body).code()).isEqualTo("FEE_DUE");
            assertThat(tooLate.post("/v1/assignments", Role.CITIZEN, body).code())
                    .isEqualTo("CERTIFICATE_EXPIRED");
            Answer paid =
                    late.post("/v1/assignments", Role.CITIZEN, with(body, "payment", map("token", "tok_authorised")));
            assertThat(paid.status()).as(paid.body().toString()).isEqualTo(201);
        }
        assertThat(service.log().stream("mark-" + from.mark(), 0).getLast().payload())
                .contains("\"late\":true");
    }

    private Answer retain(Vehicle vehicle, String token) {
        return service.post("/v1/retentions", Role.CITIZEN, retention(vehicle.mark(), vehicle.reference(), token));
    }

    private Answer assign(Vehicle vehicle, String certificate, String mark) {
        return service.post(
                "/v1/assignments", Role.CITIZEN, assignment(vehicle.mark(), vehicle.reference(), certificate, mark));
    }

    private List<String> typesOfMark(String mark) {
        return service.log().stream("mark-" + mark, 0).stream()
                .map(RecordedEvent::type)
                .toList();
    }
}
