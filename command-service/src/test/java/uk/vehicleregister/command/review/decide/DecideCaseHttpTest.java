package uk.vehicleregister.command.review.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.vehicleregister.command.Bodies.keeperChange;
import static uk.vehicleregister.command.Bodies.map;
import static uk.vehicleregister.command.Bodies.marker;
import static uk.vehicleregister.command.Bodies.retention;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.command.Register;
import uk.vehicleregister.command.Register.Vehicle;
import uk.vehicleregister.command.RunningService;
import uk.vehicleregister.command.RunningService.Answer;
import uk.vehicleregister.eventstore.log.RecordedEvent;
import uk.vehicleregister.kernel.access.Role;

class DecideCaseHttpTest {

    private final RunningService service = RunningService.shared();
    private final Register register = new Register(service);

    @Test
    void an_application_waits_and_is_done_under_its_own_transaction_once_a_registrar_accepts_it() {
        Vehicle vehicle = directToPaper();
        Answer waiting = retain(vehicle, "tok_authorised");
        assertThat(waiting.status()).as(waiting.body().toString()).isEqualTo(202);
        assertThat(waiting.text("state")).isEqualTo("UNDER_REVIEW");
        assertThat(typesAt(waiting)).containsExactly("CaseOpened");

        Answer accepted = decide(caseOf(waiting), "ACCEPT");
        assertThat(accepted.status()).as(accepted.body().toString()).isEqualTo(201);
        assertThat(accepted.text("transactionId")).isEqualTo(waiting.text("transactionId"));
        assertThat(accepted.text("state")).isEqualTo("DONE");
        assertThat(typesAt(accepted)).startsWith("MarkRetained").contains("PaymentAuthorised", "CaseAccepted");
        RecordedEvent retained =
                service.log().transactionEndingAt(accepted.position()).getFirst();
        assertThat(retained.metadata()).contains("\"role\":\"citizen\"").contains("reviewedBy");
    }

    @Test
    void the_applicant_who_asks_again_is_told_the_same_and_opens_no_second_case() {
        Vehicle vehicle = directToPaper();
        String key = UUID.randomUUID().toString();
        var body = retention(vehicle.mark(), vehicle.reference(), "tok_authorised");
        Answer waiting = service.post("/v1/retentions", Role.CITIZEN, key, body);
        long position = service.log().lastPosition();
        Answer again = service.post("/v1/retentions", Role.CITIZEN, key, body);
        assertThat(again.status()).isEqualTo(202);
        assertThat(again.body()).isEqualTo(waiting.body());
        assertThat(service.log().lastPosition()).isEqualTo(position);
    }

    @Test
    void a_refused_application_changes_nothing_and_takes_no_fee() {
        Vehicle vehicle = directToPaper();
        Answer waiting = retain(vehicle, "tok_authorised");
        Answer refused = decide(caseOf(waiting), "REFUSE");
        assertThat(refused.status()).isEqualTo(201);
        assertThat(refused.text("state")).isEqualTo("REFUSED");
        assertThat(typesAt(refused)).containsExactly("CaseRefused");
        assertThat(register.typesOf(vehicle.id())).doesNotContain("MarkRetained");
        assertThat(decide(caseOf(waiting), "ACCEPT").code()).isEqualTo("CASE_DECIDED");
    }

    @Test
    void two_registrars_who_accept_at_once_do_it_once() throws Exception {
        Answer waiting = retain(directToPaper(), "tok_authorised");
        String caseId = caseOf(waiting);
        List<Callable<Answer>> both = List.of(() -> decide(caseId, "ACCEPT"), () -> decide(caseId, "ACCEPT"));
        List<Integer> statuses;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            statuses = threads.invokeAll(both).stream()
                    .map(DecideCaseHttpTest::get)
                    .map(Answer::status)
                    .toList();
        }
        assertThat(statuses).containsOnlyOnce(201);
        assertThat(service.log().stream("case-" + caseId, 0))
                .extracting(RecordedEvent::type)
                .containsExactly("CaseOpened", "CaseAccepted");
        assertThat(service.log().stream("payment-" + paymentOf(caseId), 0))
                .as("and the fee is not given back by the one who came second")
                .extracting(RecordedEvent::type)
                .startsWith("PaymentClaimed", "PaymentAuthorised")
                .doesNotContain("PaymentCancelled");
    }

    @Test
    void an_accepted_application_still_meets_every_other_rule() {
        Vehicle vehicle = directToPaper();
        Answer waiting = retain(vehicle, "tok_authorised");
        service.post("/v1/keeper-changes", Role.CITIZEN, keeperChange(vehicle.mark(), vehicle.reference()));
        assertThat(decide(caseOf(waiting), "ACCEPT").code()).isEqualTo("VEHICLE_OR_DOCUMENT_NOT_MATCHED");
        assertThat(decide(caseOf(waiting), "REFUSE").status()).isEqualTo(201);
    }

    @Test
    void a_fee_that_is_declined_leaves_the_case_open() {
        Answer waiting = retain(directToPaper(), "tok_declined");
        assertThat(decide(caseOf(waiting), "ACCEPT").code()).isEqualTo("PAYMENT_DECLINED");
        assertThat(decide(caseOf(waiting), "REFUSE").status()).isEqualTo(201);
    }

    @Test
    void an_accepted_case_is_decided_also_once_its_fee_was_taken() {
        String caseId = caseOf(retain(directToPaper(), "tok_authorised"));
        assertThat(decide(caseId, "ACCEPT").status()).isEqualTo(201);
        Answer again = decide(caseId, "ACCEPT");
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.code()).isEqualTo("CASE_DECIDED");
        assertThat(decide(caseId, "REFUSE").code()).isEqualTo("CASE_DECIDED");
        assertThat(service.log().stream("case-" + caseId, 0))
                .extracting(RecordedEvent::type)
                .containsExactly("CaseOpened", "CaseAccepted");
    }

    @Test
    void a_declined_fee_is_not_asked_for_again_and_the_case_is_decided_once_a_registrar_refuses_it() {
        String caseId = caseOf(retain(directToPaper(), "tok_declined"));
        decide(caseId, "ACCEPT");
        assertThat(decide(caseId, "ACCEPT").code()).isEqualTo("PAYMENT_DECLINED");
        decide(caseId, "REFUSE");
        assertThat(decide(caseId, "ACCEPT").code()).isEqualTo("CASE_DECIDED");
    }

    @Test
    void a_fee_that_was_given_back_is_not_asked_for_again_and_the_registrar_is_told() {
        Vehicle vehicle = directToPaper();
        String caseId = caseOf(retain(vehicle, "tok_timeout"));
        assertThat(decide(caseId, "ACCEPT").code()).isEqualTo("PAYMENT_OUTCOME_UNKNOWN");
        service.post("/v1/markers", Role.REGISTRAR, marker(vehicle.mark(), "EXPORTED", "SET"));
        assertThat(decide(caseId, "ACCEPT").code()).isEqualTo("EXPORTED");
        service.post("/v1/markers", Role.REGISTRAR, marker(vehicle.mark(), "EXPORTED", "LIFTED"));

        assertThat(decide(caseId, "ACCEPT").code()).isEqualTo("PAYMENT_ABANDONED");
        assertThat(decide(caseId, "REFUSE").status()).isEqualTo(201);
    }

    @Test
    void the_registrar_who_sends_the_same_acceptance_again_is_told_that_it_was_done() {
        String caseId = caseOf(retain(directToPaper(), "tok_authorised"));
        String key = UUID.randomUUID().toString();
        var body = map("caseId", caseId, "decision", "ACCEPT", "reason", "papers seen");
        Answer accepted = service.post("/v1/case-decisions", Role.REGISTRAR, key, body);
        Answer again = service.post("/v1/case-decisions", Role.REGISTRAR, key, body);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(accepted.body());
    }

    @Test
    void a_case_nobody_opened_is_not_found() {
        assertThat(decide(UUID.randomUUID().toString(), "ACCEPT").code()).isEqualTo("NOT_FOUND");
        assertThat(decide(UUID.randomUUID().toString(), "REFUSE").code()).isEqualTo("NOT_FOUND");
    }

    @Test
    void the_request_in_the_log_is_sealed() {
        Answer waiting = retain(directToPaper(), "tok_authorised");
        RecordedEvent opened =
                service.log().transactionEndingAt(waiting.position()).getFirst();
        assertThat(opened.payload()).doesNotContain("keeperPostcode", "documentReference", "SA3");
    }

    private Vehicle directToPaper() {
        Vehicle vehicle = register.registered();
        Answer set = service.post("/v1/markers", Role.REGISTRAR, marker(vehicle.mark(), "DIRECT_TO_PAPER", "SET"));
        assertThat(set.status()).isEqualTo(201);
        return vehicle;
    }

    private Answer retain(Vehicle vehicle, String token) {
        return service.post("/v1/retentions", Role.CITIZEN, retention(vehicle.mark(), vehicle.reference(), token));
    }

    private Answer decide(String caseId, String decision) {
        return service.post(
                "/v1/case-decisions",
                Role.REGISTRAR,
                map("caseId", caseId, "decision", decision, "reason", "papers seen"));
    }

    private String paymentOf(String caseId) {
        RecordedEvent opened = service.log().stream("case-" + caseId, 0).getFirst();
        return RunningService.JSON.readTree(opened.payload()).path("paymentId").asString();
    }

    private List<String> typesAt(Answer answer) {
        return service.log().transactionEndingAt(answer.position()).stream()
                .map(RecordedEvent::type)
                .toList();
    }

    private String caseOf(Answer waiting) {
        return service.log().transactionEndingAt(waiting.position()).getFirst().stream()
                .substring("case-".length());
    }

    private static Answer get(Future<Answer> future) {
        try {
            return future.get();
        } catch (Exception fault) {
            throw new AssertionError(fault);
        }
    }
}
