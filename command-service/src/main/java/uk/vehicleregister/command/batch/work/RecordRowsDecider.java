package uk.vehicleregister.command.batch.work;

import static uk.vehicleregister.command.desk.Decision.accepted;
import static uk.vehicleregister.command.desk.Decision.refused;
import static uk.vehicleregister.kernel.refusal.RefusalCode.CONFLICT;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import uk.vehicleregister.command.desk.Decision;
import uk.vehicleregister.kernel.event.BatchEnded;
import uk.vehicleregister.kernel.event.BatchFact;
import uk.vehicleregister.kernel.event.BatchRowsReceived;
import uk.vehicleregister.kernel.event.BatchRowsWorked;
import uk.vehicleregister.kernel.event.BatchSubmitted;
import uk.vehicleregister.kernel.event.WorkedRow;

/// Each row is told of once, and the batch ends with its last row. Another service may work on the same batch: what it
/// has told of already is left out.
final class RecordRowsDecider {

    /// @param worked numbers of the rows that have been told of
    record Batch(int rows, BitSet worked, int done) {
        static final Batch NEW = new Batch(0, new BitSet(), 0);

        boolean isOpen(int row) {
            return !worked.get(row);
        }

        boolean hasEnded() {
            return worked.cardinality() == rows;
        }
    }

    static Decision decide(RecordRows command, Batch batch, LocalDate today) {
        List<WorkedRow> news = command.results().stream()
                .filter(result -> batch.isOpen(result.row()))
                .toList();
        if (news.isEmpty()) return refused(CONFLICT);
        BatchRowsWorked worked = new BatchRowsWorked(command.batchId(), news, today);
        Batch after = evolve(batch, worked);
        return after.hasEnded()
                ? accepted(worked, new BatchEnded(command.batchId(), after.done(), after.rows() - after.done(), today))
                : accepted(worked);
    }

    static Batch evolve(Batch batch, BatchFact fact) {
        return switch (fact) {
            case BatchSubmitted f -> new Batch(f.rows(), batch.worked(), batch.done());
            case BatchRowsWorked f -> worked(batch, f.results());
            case BatchRowsReceived _, BatchEnded _ -> batch;
        };
    }

    private static Batch worked(Batch batch, List<WorkedRow> results) {
        BitSet worked = (BitSet) batch.worked().clone();
        int done = batch.done();
        for (WorkedRow result : results) {
            worked.set(result.row());
            if (result.state() == WorkedRow.State.DONE) done++;
        }
        return new Batch(batch.rows(), worked, done);
    }

    private RecordRowsDecider() {}
}
