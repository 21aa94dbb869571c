package uk.vehicleregister.command.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.vehicleregister.command.Bodies.acquisition;
import static uk.vehicleregister.command.Bodies.address;
import static uk.vehicleregister.command.Bodies.keeperChange;
import static uk.vehicleregister.command.Bodies.map;
import static uk.vehicleregister.command.Bodies.trader;
import static uk.vehicleregister.command.Bodies.with;
import static uk.vehicleregister.command.batch.Batches.row;

import java.util.ArrayList;
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
import uk.vehicleregister.kernel.event.WorkedRow;
import uk.vehicleregister.kernel.event.WorkedRow.FaultyField;
import uk.vehicleregister.kernel.event.WorkedRow.State;
import uk.vehicleregister.kernel.refusal.RefusalCode;
import uk.vehicleregister.kernel.vehicle.Warning;

class BatchHttpTest {

    private final RunningService service = RunningService.shared();
    private final Register register = new Register(service);
    private final Batches batches = new Batches(service, "dealer-" + UUID.randomUUID());

    @Test
    void a_batch_is_durable_before_the_answer_and_then_worked_through() {
        Vehicle one = register.registered();
        Vehicle two = register.registered();
        Answer answer =
                batches.submit("first", List.of(row("disposals", disposal(one)), row("disposals", disposal(two))));

        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(202);
        assertThat(answer.body().propertyNames()).containsExactly("transactionId", "position", "batchId", "rows");
        assertThat(answer.body().get("rows").asInt()).isEqualTo(2);
        assertThat(answer.header("Register-Position")).isEqualTo(Long.toString(answer.position()));
        String batchId = answer.text("batchId");
        assertThat(service.log().stream("batch-" + batchId, 0).getFirst().position())
                .isLessThanOrEqualTo(answer.position());

        List<WorkedRow> rows = batches.ended(batchId);
        assertThat(rows).extracting(WorkedRow::state).containsExactly(State.DONE, State.DONE);
        assertThat(rows).extracting(row -> row.mark().text()).containsExactly(one.mark(), two.mark());
        assertThat(register.typesOf(one.id())).containsOnlyOnce("DisposedToTrade");
        RecordedEvent disposed = register.eventsOf(two.id()).getLast();
        assertThat(disposed.position()).isEqualTo(rows.get(1).position());
        assertThat(disposed.metadata()).contains(rows.get(1).transactionId().toString(), "\"role\":\"dealer\"");
    }

    @Test
    void a_repeated_batch_is_answered_the_same_and_worked_once() {
        Vehicle vehicle = register.registered();
        List<?> rows = List.of(row("disposals", disposal(vehicle)));
        Answer first = batches.submit("again", rows);
        batches.ended(first.text("batchId"));
        Answer again = batches.submit("again", rows);
        assertThat(again.status()).isEqualTo(202);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(register.typesOf(vehicle.id())).containsOnlyOnce("DisposedToTrade");
        assertThat(batches.submit("again", List.of(row("disposals", map()))).code())
                .isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void a_broken_row_loses_nothing_of_the_others_and_is_sent_again_alone() {
        Vehicle before = register.registered();
        Vehicle broken = register.registered();
        Vehicle after = register.registered();
        Map<String, Object> nowhere = with(trader(), "address", with(address(), "postcode", "nowhere"));
        String batchId = batches.submitted(List.of(
                row("disposals", disposal(before)),
                row("disposals", with(disposal(broken), "trader", nowhere)),
                row("disposals", disposal(after))));

        List<WorkedRow> rows = batches.ended(batchId);
        assertThat(rows).extracting(WorkedRow::state).containsExactly(State.DONE, State.FAULTY, State.DONE);
        assertThat(rows.get(1).code()).isEqualTo(RefusalCode.INVALID_REQUEST);
        assertThat(rows.get(1).faults()).containsExactly(new FaultyField("trader.address.postcode", "MALFORMED"));

        String alone = batches.submitted(List.of(row("disposals", disposal(broken))));
        assertThat(batches.ended(alone)).extracting(WorkedRow::state).containsExactly(State.DONE);
    }

    @Test
    void whatever_a_row_is_it_is_told_of_by_its_number() {
        Vehicle vehicle = register.registered();
        List<Object> rows = new ArrayList<>();
        rows.add("a text");
        rows.add(null);
        rows.add(map());
        rows.add(row("keeper-changes", map()));
        rows.add(row("Disposals", map()));
        rows.add(map("command", 7, "body", List.of()));
        rows.add(with(row("disposals", disposal(vehicle)), "Gwenllian", "x"));
        rows.add(row("disposals", with(disposal(vehicle), "Gwenllian", "x")));
        rows.add(row("disposals", map()));
        rows.add(row("disposals", disposal(vehicle)));

        String batchId = batches.submitted(rows);
        List<WorkedRow> results = batches.ended(batchId);

        assertThat(results).extracting(WorkedRow::row).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        assertThat(results.subList(0, 9)).allMatch(row -> row.state() == State.FAULTY);
        assertThat(results.get(9).state()).isEqualTo(State.DONE);
        assertThat(results.get(0).faults()).containsExactly(new FaultyField("", "WRONG_TYPE"));
        assertThat(results.get(2).faults())
                .containsExactly(new FaultyField("command", "REQUIRED"), new FaultyField("body", "REQUIRED"));
        assertThat(results.get(3).faults()).containsExactly(new FaultyField("command", "NOT_A_KNOWN_WORD"));
        assertThat(results.get(3).command()).isNull();
        assertThat(results.get(5).faults())
                .containsExactly(new FaultyField("command", "WRONG_TYPE"), new FaultyField("body", "WRONG_TYPE"));
        assertThat(results.get(6).faults()).containsExactly(new FaultyField("?", "UNKNOWN_FIELD"));
        assertThat(results.get(7).faults()).containsExactly(new FaultyField("?", "UNKNOWN_FIELD"));
        assertThat(service.log().stream("batch-" + batchId, 0).toString()).doesNotContain("Gwenllian");
    }

    @Test
    void rows_of_one_vehicle_keep_their_order() {
        Vehicle vehicle = register.registered();
        String batchId = batches.submitted(List.of(
                row("acquisitions", acquisition(vehicle.mark(), vehicle.reference())),
                row("disposals", disposal(vehicle)),
                row("acquisitions", acquisition(vehicle.mark(), vehicle.reference())),
                row("disposals", disposal(vehicle))));
        List<WorkedRow> rows = batches.ended(batchId);
        assertThat(rows)
                .extracting(row -> String.valueOf(row.code()))
                .containsExactly("KEEPER_STILL_ON_RECORD", "null", "null", "VEHICLE_OR_DOCUMENT_NOT_MATCHED");
    }

    @Test
    void warnings_are_told_and_pass_when_the_row_is_sent_again_with_them_acknowledged() {
        Vehicle vehicle = register.registered();
        Map<String, Object> doubtful = with(disposal(vehicle), "dateOfSale", "2025-06-30");
        WorkedRow asked = batches.ended(batches.submitted(List.of(row("disposals", doubtful))))
                .getFirst();
        assertThat(asked.state()).isEqualTo(State.REFUSED);
        assertThat(asked.code()).isEqualTo(RefusalCode.CONFIRMATION_NEEDED);
        assertThat(asked.warnings()).containsExactly(Warning.SALE_OVER_12_MONTHS_AGO);
        Map<String, Object> sure = with(doubtful, "acknowledgedWarnings", List.of("SALE_OVER_12_MONTHS_AGO"));
        assertThat(batches.ended(batches.submitted(List.of(row("disposals", sure)))))
                .extracting(WorkedRow::state)
                .containsExactly(State.DONE);
    }

    @Test
    void a_row_may_stand_on_an_authority_of_the_keeper() {
        Vehicle vehicle = register.registered();
        Map<String, Object> grant =
                Bodies.authority(vehicle.mark(), vehicle.reference(), batches.dealer(), "disposals");
        String authorityId =
                service.post("/v1/authorities", Role.CITIZEN, grant).text("authorityId");
        assertThat(batches.ended(batches.submitted(
                        List.of(row("disposals", Bodies.onAuthority(disposal(vehicle), authorityId))))))
                .extracting(WorkedRow::state)
                .containsExactly(State.DONE);
        assertThat(register.eventsOf(vehicle.id()).getLast().metadata()).contains(authorityId);
    }

    @Test
    void a_wrong_reference_in_a_row_counts_like_one_sent_alone_and_a_lock_that_lasts_is_told() {
        try (RunningService impatient = service.another(Map.of("register.batches.patience", "0s"))) {
            Vehicle vehicle = register.registered();
            Map<String, Object> wrong = disposal(vehicle.mark(), "00000000000");
            Batches hurried = new Batches(impatient, batches.dealer());
            List<WorkedRow> rows = hurried.ended(hurried.submitted(List.of(
                    row("disposals", wrong),
                    row("disposals", wrong),
                    row("disposals", wrong),
                    row("disposals", disposal(vehicle)))));
            assertThat(rows)
                    .extracting(row -> row.code().name())
                    .containsExactly(
                            "VEHICLE_OR_DOCUMENT_NOT_MATCHED",
                            "VEHICLE_OR_DOCUMENT_NOT_MATCHED",
                            "VEHICLE_OR_DOCUMENT_NOT_MATCHED",
                            "MARK_LOCKED");
        }
    }

    @Test
    void a_batch_is_no_way_around_the_limit_of_wrong_tries_of_its_sender() {
        try (RunningService impatient = service.another(Map.of("register.batches.patience", "0s"))) {
            Vehicle vehicle = register.registered();
            List<Object> rows = new ArrayList<>();
            for (int guess = 0; guess < 300; guess++) {
                rows.add(row("disposals", disposal("AB%d".formatted(1000 + guess), "00000000000")));
            }
            rows.add(row("disposals", disposal(vehicle)));
            Batches hurried = new Batches(impatient, batches.dealer());
            List<WorkedRow> results = hurried.ended(hurried.submitted(rows));
            assertThat(results.subList(0, 300))
                    .extracting(WorkedRow::code)
                    .containsOnly(RefusalCode.VEHICLE_OR_DOCUMENT_NOT_MATCHED);
            assertThat(results.getLast().code()).isEqualTo(RefusalCode.TOO_MANY_REQUESTS);
        }
    }

    @Test
    void rows_wait_for_a_lock_to_end_and_the_others_do_not_wait_for_them() throws Exception {
        try (RunningService patient = service.another(Map.of("register.batches.patience", "3s"))) {
            Vehicle locked = register.registered();
            Vehicle free = register.registered();
            for (int wrong = 0; wrong < 4; wrong++) {
                service.post("/v1/keeper-changes", Role.CITIZEN, keeperChange(locked.mark(), "0000000000" + wrong));
            }
            Batches waiting = new Batches(patient, batches.dealer());
            String batchId =
                    waiting.submitted(List.of(row("disposals", disposal(locked)), row("disposals", disposal(free))));
            org.awaitility.Awaitility.await()
                    .until(() -> waiting.results(batchId).size() == 1);
            assertThat(waiting.results(batchId).getFirst().row()).isEqualTo(2);
            try (var owner = service.database().owner().getConnection();
                    var forget = owner.createStatement()) {
                forget.execute("delete from log.attempt where counter = 'mark:" + locked.mark() + "'");
            }
            assertThat(waiting.ended(batchId)).extracting(WorkedRow::state).containsOnly(State.DONE);
        }
    }

    @Test
    void what_was_handed_in_is_sealed_and_what_became_of_it_holds_no_people() {
        Vehicle vehicle = register.registered();
        String batchId = batches.submitted(List.of(
                row("disposals", disposal(vehicle)),
                row("acquisitions", acquisition(vehicle.mark(), vehicle.reference()))));
        batches.ended(batchId);
        String rows =
                service.log().stream("batch-" + batchId + "-rows", 0).getFirst().payload();
        String told = service.log().stream("batch-" + batchId, 0).stream()
                .map(RecordedEvent::payload)
                .toList()
                .toString();
        assertThat(rows + told)
                .doesNotContain("QJ Motors", "TAFF VAN", "Harbour", "HARBOUR", vehicle.reference(), batches.dealer());
        assertThat(rows).doesNotContain(vehicle.mark());
    }

    private static Map<String, Object> disposal(Vehicle vehicle) {
        return Bodies.disposal(vehicle.mark(), vehicle.reference());
    }

    private static Map<String, Object> disposal(String mark, String reference) {
        return Bodies.disposal(mark, reference);
    }
}
