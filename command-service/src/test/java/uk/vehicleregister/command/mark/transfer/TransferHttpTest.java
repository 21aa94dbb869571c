package uk.vehicleregister.command.mark.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.vehicleregister.command.Bodies.address;
import static uk.vehicleregister.command.Bodies.assignment;
import static uk.vehicleregister.command.Bodies.business;
import static uk.vehicleregister.command.Bodies.keeperChange;
import static uk.vehicleregister.command.Bodies.map;
import static uk.vehicleregister.command.Bodies.marker;
import static uk.vehicleregister.command.Bodies.person;
import static uk.vehicleregister.command.Bodies.retention;
import static uk.vehicleregister.command.Bodies.transfer;
import static uk.vehicleregister.command.Bodies.vehicle;
import static uk.vehicleregister.command.Bodies.with;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.command.Register;
import uk.vehicleregister.command.Register.Vehicle;
import uk.vehicleregister.command.RunningService;
import uk.vehicleregister.command.RunningService.Answer;
import uk.vehicleregister.eventstore.log.RecordedEvent;
import uk.vehicleregister.kernel.access.Role;

class TransferHttpTest {

    private final RunningService service = RunningService.shared();
    private final Register register = new Register(service);

    @Test
    void a_mark_moves_to_another_vehicle_of_the_same_keeper_in_one_transaction() {
        Vehicle from = register.registered();
        Vehicle to = register.registered();
        String key = UUID.randomUUID().toString();
        Map<String, Object> body = body(from, to, "tok_authorised");
        Answer moved = service.post("/v1/mark-transfers", Role.CITIZEN, key, body);
        assertThat(moved.status()).as(moved.body().toString()).isEqualTo(201);
        assertThat(moved.text("registrationMark")).isEqualTo(from.mark());
        assertThat(moved.text("replacedMark")).isEqualTo(to.mark());
        assertThat(moved.text("replacementMark")).contains("19");
        assertThat(service.log().transactionEndingAt(moved.position()))
                .extracting(RecordedEvent::type)
                .containsExactly(
                        "MarkTransferredAway",
                        "V5CIssued",
                        "MarkTransferredIn",
                        "V5CIssued",
                        "MarkTransferred",
                        "MarkIssued",
                        "MarkReplaced",
                        "PaymentAuthorised");
        assertThat(service.post("/v1/mark-transfers", Role.CITIZEN, key, body)
                        .http()
                        .body())
                .isEqualTo(moved.http().body());
        assertThat(register.byPost(from.id()).mark()).isEqualTo(moved.text("replacementMark"));
        assertThat(register.byPost(to.id()).mark()).isEqualTo(from.mark());
    }

    @Test
    void both_old_v5cs_are_dead() {
        Vehicle from = register.registered();
        Vehicle to = register.registered();
        move(from, to);
        Vehicle third = register.registered();
        assertThat(move(from, third).status()).isEqualTo(404);
        assertThat(move(to, third).status()).isEqualTo(404);
        Vehicle oldPaper = new Vehicle(to.id(), from.mark(), to.reference());
        assertThat(move(oldPaper, third).status()).isEqualTo(404);
        assertThat(move(register.byPost(to.id()), third).status()).isEqualTo(201);
    }

    @Test
    void a_mark_that_goes_on_leaves_the_vehicles_own_mark_to_come_back() {
        Vehicle first = register.registered();
        Vehicle second = register.registered();
        move(first, second);
        Answer back = move(register.byPost(second.id()), register.byPost(first.id()));
        assertThat(back.status()).as(back.body().toString()).isEqualTo(201);
        assertThat(back.text("registrationMark")).isEqualTo(first.mark());
        assertThat(back.text("replacementMark"))
                .as("it waited, replaced on its own vehicle")
                .isEqualTo(second.mark());
        assertThat(typesOfMark(second.mark())).containsExactly("MarkIssued", "MarkReplaced", "MarkRestored");
        assertThat(typesOfMark(first.mark())).containsExactly("MarkIssued", "MarkTransferred", "MarkTransferred");
    }

    @Test
    void an_original_mark_that_was_transferred_away_is_not_restored() {
        Vehicle first = register.registered();
        Vehicle second = register.registered();
        move(first, second);
        Answer again = move(register.byPost(first.id()), register.registered());
        assertThat(again.status()).as(again.body().toString()).isEqualTo(201);
        assertThat(again.text("replacementMark")).isNotEqualTo(first.mark());
        assertThat(register.byPost(second.id()).mark()).isEqualTo(first.mark());
    }

    @Test
    void an_original_mark_that_is_held_on_a_certificate_is_not_restored() {
        Vehicle first = register.registered();
        String number = retain(first).text("certificateNumber");
        Answer moved = move(register.byPost(first.id()), register.registered());
        assertThat(moved.text("replacementMark")).isNotEmpty().isNotEqualTo(first.mark());
        Vehicle back = register.byPost(first.id());
        assertThat(service.post(
                                "/v1/assignments",
                                Role.CITIZEN,
                                assignment(back.mark(), back.reference(), number, first.mark()))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void a_wrong_reference_on_either_side_is_not_found_and_counted_for_that_mark() {
        Vehicle from = register.registered();
        Vehicle to = register.registered();
        Answer wrongFrom = move(withWrongReference(from), to);
        assertThat(wrongFrom.status()).isEqualTo(404);
        assertThat(wrongFrom.code()).isEqualTo("VEHICLE_OR_DOCUMENT_NOT_MATCHED");
        for (int wrong = 0; wrong < 3; wrong++) {
            assertThat(move(from, withWrongReference(to)).body()).isEqualTo(wrongFrom.body());
        }
        assertThat(move(from, to).status()).isEqualTo(423);
        assertThat(retain(from).status()).as("the other mark is not locked").isEqualTo(201);
    }

    @Test
    void three_wrong_references_of_the_giving_vehicle_lock_its_mark() {
        Vehicle from = register.registered();
        Vehicle to = register.registered();
        for (int wrong = 0; wrong < 3; wrong++) {
            assertThat(move(withWrongReference(from), to).status()).isEqualTo(404);
        }
        assertThat(move(from, to).status()).isEqualTo(423);
        assertThat(retain(to).status()).isEqualTo(201);
    }

    @Test
    void vehicles_of_different_keepers_and_of_one_who_lives_elsewhere_are_refused() {
        Vehicle from = register.registered();
        assertThat(move(from, keptBy(business())).code()).isEqualTo("DIFFERENT_KEEPERS");
        assertThat(move(from, keptBy(with(person(), "firstNames", "Gwenllian Mair")))
                        .code())
                .isEqualTo("DIFFERENT_KEEPERS");
        Map<String, Object> elsewhere = with(address(), "postcode", "CF10 4PZ");
        assertThat(move(from, keptBy(with(person(), "address", elsewhere))).code())
                .isEqualTo("POSTCODE_MISMATCH");
        assertThat(move(from, keptBy(with(person(), "title", "Miss"))).status()).isEqualTo(201);
    }

    @Test
    void a_declined_payment_moves_nothing() {
        Vehicle from = register.registered();
        Vehicle to = register.registered();
        assertThat(service.post("/v1/mark-transfers", Role.CITIZEN, body(from, to, "tok_declined"))
                        .code())
                .isEqualTo("PAYMENT_DECLINED");
        assertThat(register.typesOf(from.id())).containsExactly("VehicleRegistered", "V5CIssued");
        assertThat(move(from, to).status()).isEqualTo(201);
    }

    @Test
    void a_refusal_after_the_fee_was_authorised_gives_it_back() {
        Vehicle from = register.registered();
        Vehicle to = register.registered();
        long before = service.log().lastPosition();
        String key = UUID.randomUUID().toString();
        Map<String, Object> body = body(from, to, "tok_timeout");
        assertThat(service.post("/v1/mark-transfers", Role.CITIZEN, key, body).status())
                .isEqualTo(503);
        service.post("/v1/markers", Role.REGISTRAR, marker(to.mark(), "SCRAPPED", "SET"));
        assertThat(service.post("/v1/mark-transfers", Role.CITIZEN, key, body).code())
                .isEqualTo("SCRAPPED");
        assertThat(service.log().after(before, 100).stream()
                        .filter(event -> event.stream().startsWith("payment-")))
                .extracting(RecordedEvent::type)
                .containsExactly("PaymentClaimed", "PaymentCancelled", "PaymentReleased");
    }

    @Test
    void a_doubtful_transfer_waits_and_is_done_once_a_registrar_accepts_it() {
        Vehicle from = register.registered();
        Vehicle to = register.registered();
        service.post("/v1/markers", Role.REGISTRAR, marker(from.mark(), "IDENTITY_CHECK", "SET"));
        Answer waiting = move(from, to);
        assertThat(waiting.status()).as(waiting.body().toString()).isEqualTo(202);
        assertThat(typesOfMark(from.mark())).containsExactly("MarkIssued");

        Answer accepted = service.post(
                "/v1/case-decisions",
                Role.REGISTRAR,
                map("caseId", caseOf(waiting), "decision", "ACCEPT", "reason", "papers seen"));
        assertThat(accepted.status()).as(accepted.body().toString()).isEqualTo(201);
        assertThat(accepted.text("transactionId")).isEqualTo(waiting.text("transactionId"));
        assertThat(service.log().transactionEndingAt(accepted.position()))
                .extracting(RecordedEvent::type)
                .startsWith("MarkTransferredAway")
                .endsWith("PaymentAuthorised", "CaseAccepted");
        assertThat(register.byPost(to.id()).mark()).isEqualTo(from.mark());
    }

    @Test
    void a_doubtful_transfer_that_a_registrar_refuses_moves_nothing() {
        Vehicle from = register.registered();
        Vehicle to = register.registered();
        service.post("/v1/markers", Role.REGISTRAR, marker(to.mark(), "DIRECT_TO_PAPER", "SET"));
        Answer refused = service.post(
                "/v1/case-decisions",
                Role.REGISTRAR,
                map("caseId", caseOf(move(from, to)), "decision", "REFUSE", "reason", "papers seen"));
        assertThat(refused.status()).as(refused.body().toString()).isEqualTo(201);
        assertThat(typesOfMark(from.mark())).containsExactly("MarkIssued");
        assertThat(typesOfMark(to.mark())).containsExactly("MarkIssued");
    }

    /// A retention of the mark and a sale of the other vehicle leave each other alone; the transfer goes with neither.
    @Test
    void a_transfer_races_a_retention_and_a_sale_and_the_mark_is_never_in_two_places() throws Exception {
        for (int round = 0; round < 12; round++) {
            Vehicle from = register.registered();
            Vehicle to = register.registered();
            List<Answer> answers = atOnce(List.of(
                    () -> move(from, to),
                    () -> retain(from),
                    () -> service.post("/v1/keeper-changes", Role.CITIZEN, keeperChange(to.mark(), to.reference()))));
            List<Integer> status = answers.stream().map(Answer::status).toList();
            assertThat(status).allMatch(code -> List.of(201, 404, 409, 422).contains(code));
            boolean moved = status.get(0) == 201;
            boolean retained = status.get(1) == 201;
            boolean sold = status.get(2) == 201;
            assertThat(moved).as("%s", status).isNotEqualTo(retained || sold);
            assertThat(typesOfMark(from.mark()))
                    .containsExactlyElementsOf(
                            moved
                                    ? List.of("MarkIssued", "MarkTransferred")
                                    : retained ? List.of("MarkIssued", "EntitlementGranted") : List.of("MarkIssued"));
            assertThat(register.byPost(to.id()).mark()).isEqualTo(moved ? from.mark() : to.mark());
            assertThat(register.byPost(from.id()).mark().equals(from.mark())).isEqualTo(!moved && !retained);
        }
    }

    private static List<Answer> atOnce(List<Callable<Answer>> calls) throws Exception {
        List<Answer> answers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(calls)) answers.add(answer.get());
        }
        return answers;
    }

    private Answer move(Vehicle from, Vehicle to) {
        return service.post("/v1/mark-transfers", Role.CITIZEN, body(from, to, "tok_authorised"));
    }

    private String caseOf(Answer waiting) {
        return service.log().transactionEndingAt(waiting.position()).getFirst().stream()
                .substring("case-".length());
    }

    private Answer retain(Vehicle vehicle) {
        return service.post(
                "/v1/retentions", Role.CITIZEN, retention(vehicle.mark(), vehicle.reference(), "tok_authorised"));
    }

    private Vehicle keptBy(Map<String, Object> keeper) {
        return register.registered(with(vehicle(), "keeper", keeper));
    }

    private static Map<String, Object> body(Vehicle from, Vehicle to, String paymentToken) {
        return transfer(from.mark(), from.reference(), to.mark(), to.reference(), paymentToken);
    }

    private static Vehicle withWrongReference(Vehicle vehicle) {
        return new Vehicle(vehicle.id(), vehicle.mark(), "00000000000");
    }

    private List<String> typesOfMark(String mark) {
        return service.log().stream("mark-" + mark, 0).stream()
                .map(RecordedEvent::type)
                .toList();
    }
}
