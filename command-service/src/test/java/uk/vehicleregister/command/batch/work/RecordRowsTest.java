package uk.vehicleregister.command.batch.work;

import static uk.vehicleregister.kernel.Samples.MARK;
import static uk.vehicleregister.kernel.Samples.TODAY;
import static uk.vehicleregister.kernel.Samples.sealed;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.command.Given;
import uk.vehicleregister.command.batch.work.RecordRowsDecider.Batch;
import uk.vehicleregister.command.desk.Decision;
import uk.vehicleregister.kernel.event.BatchEnded;
import uk.vehicleregister.kernel.event.BatchFact;
import uk.vehicleregister.kernel.event.BatchRowsReceived;
import uk.vehicleregister.kernel.event.BatchRowsWorked;
import uk.vehicleregister.kernel.event.BatchSubmitted;
import uk.vehicleregister.kernel.event.WorkedRow;
import uk.vehicleregister.kernel.event.WorkedRow.State;
import uk.vehicleregister.kernel.refusal.RefusalCode;

class RecordRowsTest {

    private static final UUID ID = UUID.fromString("0d9c1f0e-7b7a-4a53-9d0c-2f6b8a1c4e55");

    @Test
    void what_became_of_some_rows_is_noted_while_others_wait() {
        given(submitted(3), received(3))
                .when(worked(done(1), refused(2)))
                .thenRecorded(new BatchRowsWorked(ID, List.of(done(1), refused(2)), TODAY));
    }

    @Test
    void a_batch_ends_with_its_last_row() {
        given(submitted(3), noted(done(1), refused(3)))
                .when(worked(faulty(2)))
                .thenRecorded(new BatchRowsWorked(ID, List.of(faulty(2)), TODAY), new BatchEnded(ID, 1, 2, TODAY));
    }

    @Test
    void what_another_service_has_noted_already_is_left_out() {
        given(submitted(3), noted(done(1)))
                .when(worked(done(1), done(2)))
                .thenRecorded(new BatchRowsWorked(ID, List.of(done(2)), TODAY));
    }

    @Test
    void when_another_service_has_noted_all_of_them_nothing_is_recorded() {
        given(submitted(3), noted(done(1), done(2)))
                .when(worked(done(1), done(2)))
                .thenRefused(RefusalCode.CONFLICT);
    }

    @Test
    void a_batch_that_has_ended_ends_once() {
        given(submitted(1), noted(done(1)), new BatchEnded(ID, 1, 0, TODAY))
                .when(worked(done(1)))
                .thenRefused(RefusalCode.CONFLICT);
    }

    @Test
    void ten_thousand_rows_are_counted_one_by_one() {
        WorkedRow[] all =
                IntStream.range(1, 10_000).mapToObj(RecordRowsTest::done).toArray(WorkedRow[]::new);
        given(submitted(10_000), noted(all))
                .when(worked(done(10_000)))
                .thenRecorded(
                        new BatchRowsWorked(ID, List.of(done(10_000)), TODAY), new BatchEnded(ID, 10_000, 0, TODAY));
    }

    private static BatchFact submitted(int rows) {
        return new BatchSubmitted(ID, rows, "dealer", TODAY);
    }

    private static BatchFact received(int rows) {
        return new BatchRowsReceived(ID, 1, rows, sealed("[]"), TODAY);
    }

    private static BatchFact noted(WorkedRow... rows) {
        return new BatchRowsWorked(ID, List.of(rows), TODAY);
    }

    private static WorkedRow done(int row) {
        return new WorkedRow(row, "disposals", MARK, State.DONE, null, List.of(), List.of(), ID, 7L);
    }

    private static WorkedRow refused(int row) {
        return new WorkedRow(
                row, "disposals", MARK, State.REFUSED, RefusalCode.EXPORTED, List.of(), List.of(), null, null);
    }

    private static WorkedRow faulty(int row) {
        return new WorkedRow(
                row, null, null, State.FAULTY, RefusalCode.INVALID_REQUEST, List.of(), List.of(), null, null);
    }

    private static Given<Batch> given(BatchFact... facts) {
        return Given.recorded(Batch.NEW, RecordRowsDecider::evolve, facts);
    }

    private static Function<Batch, Decision> worked(WorkedRow... rows) {
        return batch -> RecordRowsDecider.decide(new RecordRows(ID, List.of(rows)), batch, TODAY);
    }
}
