package uk.vehicleregister.query.batches;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import uk.vehicleregister.kernel.event.BatchEnded;
import uk.vehicleregister.kernel.event.BatchRowsReceived;
import uk.vehicleregister.kernel.event.BatchRowsWorked;
import uk.vehicleregister.kernel.event.BatchSubmitted;
import uk.vehicleregister.kernel.event.Fact;
import uk.vehicleregister.kernel.event.WorkedRow;
import uk.vehicleregister.kernel.event.WorkedRow.FaultyField;
import uk.vehicleregister.kernel.event.WorkedRow.State;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.refusal.RefusalCode;
import uk.vehicleregister.kernel.vehicle.Warning;
import uk.vehicleregister.query.RunningService;
import uk.vehicleregister.query.RunningService.Answer;

class BatchesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 7, 1);

    private final RunningService service = RunningService.shared();
    private final String dealer = "dealer-" + UUID.randomUUID();
    private final UUID id = UUID.randomUUID();
    private final UUID transaction = UUID.randomUUID();

    @Test
    void counts_and_every_rows_state_code_and_transaction_are_told_while_it_runs() {
        service.log.appendAs("dealer", "x", submitted(4), received(4));
        long position = service.log.appendAs("dealer", "x", worked(done(1), doubtful(3)));

        assertThat(asDealer(position, "").json())
                .isEqualTo(RunningService.JSON.readTree("""
                {"batchId":"%s","state":"RUNNING","rows":4,"done":1,"refused":1,"waiting":2,"results":[
                  {"row":1,"command":"disposals","registrationMark":"AB19CDE","state":"DONE","transactionId":"%s",
                   "position":4711},
                  {"row":2,"state":"WAITING"},
                  {"row":3,"command":"disposals","registrationMark":"AB19CDE","state":"REFUSED",
                   "code":"CONFIRMATION_NEEDED","warnings":["SALE_OVER_12_MONTHS_AGO"]},
                  {"row":4,"state":"WAITING"}]}""".formatted(id, transaction)));
    }

    @Test
    void it_has_ended_when_no_row_waits() {
        service.log.appendAs("dealer", "x", submitted(2), received(2));
        service.log.appendAs("dealer", "x", worked(done(1)));
        long position = service.log.appendAs("dealer", "x", worked(faulty(2)), new BatchEnded(id, 1, 1, TODAY));

        JsonNode batch = asDealer(position, "").json();
        assertThat(batch.get("state").asString()).isEqualTo("ENDED");
        assertThat(batch.get("waiting").asInt()).isZero();
        assertThat(batch.at("/results/1").toString())
                .isEqualTo("{\"row\":2,\"state\":\"FAULTY\",\"code\":\"INVALID_REQUEST\","
                        + "\"errors\":[{\"field\":\"trader.name\",\"code\":\"REQUIRED\"}]}");
    }

    @Test
    void a_batch_that_is_submitted_worked_and_ended_within_one_reading_is_whole() {
        long position = service.log.appendAs(
                "dealer", "x", submitted(1), received(1), worked(done(1)), new BatchEnded(id, 1, 0, TODAY));
        assertThat(asDealer(position, "").json().get("done").asInt()).isEqualTo(1);
    }

    @Test
    void a_large_batch_is_told_page_by_page() {
        service.log.appendAs("dealer", "x", submitted(250), received(250));
        long position = service.log.appendAs("dealer", "x", worked(done(250)));
        JsonNode first = asDealer(position, "").json();
        assertThat(numbers(first))
                .isEqualTo(IntStream.rangeClosed(1, 100).boxed().toList());
        assertThat(first.get("next").asInt()).isEqualTo(100);
        JsonNode last = asDealer(position, "?after=240&limit=20").json();
        assertThat(numbers(last))
                .isEqualTo(IntStream.rangeClosed(241, 250).boxed().toList());
        assertThat(last.has("next")).isFalse();
        assertThat(last.at("/results/9/state").asString()).isEqualTo("DONE");
        assertThat(numbers(asDealer(position, "?after=250").json())).isEmpty();
    }

    @Test
    void a_registrar_sees_it_and_another_dealer_does_not() {
        long position = service.log.appendAs("dealer", "x", submitted(1), received(1));
        assertThat(ask("anybody", "registrar", position, "").status()).isEqualTo(200);
        Answer foreign = ask("another-" + dealer, "dealer", position, "");
        assertThat(foreign.status()).isEqualTo(404);
        assertThat(foreign.json().get("code").asString()).isEqualTo("NOT_FOUND");
        assertThat(foreign.text()).doesNotContain(id.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "00000000-0000-0000-0000-000000000000", "x'%20or%201=1", "%3Cb%3E"})
    void what_is_no_batch_is_not_found(String batchId) {
        Answer answer =
                service.get("/v1/batches/" + batchId, "Authorization", "Bearer " + service.tokenOf(dealer, "dealer"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?after=-1",
                "?after=x",
                "?after=",
                "?after=1000001",
                "?after=99999999999999999999",
                "?limit=0",
                "?limit=1001",
                "?limit=1.5",
                "?limit=%00"
            })
    void what_is_no_page_is_400(String query) {
        long position = service.log.appendAs("dealer", "x", submitted(1), received(1));
        Answer answer = asDealer(position, query);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/code").asString()).isEqualTo("OUT_OF_RANGE");
    }

    private Fact submitted(int rows) {
        return new BatchSubmitted(id, rows, service.pseudonymOf(dealer), TODAY);
    }

    private Fact received(int rows) {
        return new BatchRowsReceived(id, 1, rows, service.log.seal("[]"), TODAY);
    }

    private Fact worked(WorkedRow... rows) {
        return new BatchRowsWorked(id, List.of(rows), TODAY);
    }

    private WorkedRow done(int row) {
        return new WorkedRow(row, "disposals", mark(), State.DONE, null, List.of(), List.of(), transaction, 4711L);
    }

    private static WorkedRow doubtful(int row) {
        return new WorkedRow(
                row,
                "disposals",
                mark(),
                State.REFUSED,
                RefusalCode.CONFIRMATION_NEEDED,
                List.of(),
                List.of(Warning.SALE_OVER_12_MONTHS_AGO),
                null,
                null);
    }

    private static WorkedRow faulty(int row) {
        List<FaultyField> faults = List.of(new FaultyField("trader.name", "REQUIRED"));
        return new WorkedRow(row, null, null, State.FAULTY, RefusalCode.INVALID_REQUEST, faults, List.of(), null, null);
    }

    private static RegistrationMark mark() {
        return new RegistrationMark("AB19CDE");
    }

    private static List<Integer> numbers(JsonNode batch) {
        return batch.get("results")
                .valueStream()
                .map(row -> row.get("row").asInt())
                .toList();
    }

    private Answer asDealer(long position, String query) {
        return ask(dealer, "dealer", position, query);
    }

    private Answer ask(String subject, String role, long position, String query) {
        return service.get(
                "/v1/batches/" + id + query,
                "Authorization",
                "Bearer " + service.tokenOf(subject, role),
                "If-Position-At-Least",
                "" + position);
    }
}
