package uk.vehicleregister.command.batch.work;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.command.batch.work.RecordRowsDecider.Batch;
import uk.vehicleregister.kernel.event.WorkedRow;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.refusal.RefusalCode;

/// One walk over the rows of a batch that are still open, piece by piece. Rows of different marks run side by side, so
/// that the log's writer gathers them into few commits; rows of one mark keep their order.
final class BatchRun {

    private static final int SIDE_BY_SIDE = 16;

    /// Where the walk ended: nothing left, or rows that wait for a lock to end.
    record Walked(@Nullable Duration retryAfter) {}

    private final UUID batchId;
    private final BatchRows.Submitted submitted;
    private final Batch batch;
    private final Tools tools;

    /// Marks of which an earlier row waits, so that the later ones wait too.
    private final Set<RegistrationMark> waiting = new HashSet<>();
    private @Nullable Duration soonest;
    private boolean senderWaits;

    /// @param isStopping asked between two pieces
    record Tools(BatchRows rows, RowWork work, BatchNotes notes, java.util.function.BooleanSupplier isStopping) {}

    BatchRun(UUID batchId, BatchRows.Submitted submitted, Batch batch, Tools tools) {
        this.batchId = batchId;
        this.submitted = submitted;
        this.batch = batch;
        this.tools = tools;
    }

    /// @param isLast what still waits is given up, and told with the reason
    Walked walk(boolean isLast) throws InterruptedException {
        try (ExecutorService threads =
                Executors.newFixedThreadPool(SIDE_BY_SIDE, Thread.ofVirtual().factory())) {
            long position = submitted.position();
            int lastRow = 0;
            while (lastRow < batch.rows() && !senderWaits && !tools.isStopping().getAsBoolean()) {
                BatchRows.Piece piece = tools.rows().after(position);
                position = piece.position();
                lastRow = piece.lastRow();
                work(piece, isLast, threads);
            }
        }
        return new Walked(soonest);
    }

    private void work(BatchRows.Piece piece, boolean isLast, ExecutorService threads) throws InterruptedException {
        Map<Object, List<Row>> lanes = new LinkedHashMap<>();
        for (Row row : piece.rows()) {
            RegistrationMark mark = row.mark();
            if (batch.isOpen(row.number()) && (mark == null || !waiting.contains(mark))) {
                lanes.computeIfAbsent(mark == null ? row.number() : mark, _ -> new ArrayList<>())
                        .add(row);
            }
        }
        List<Future<List<RowOutcome>>> running = new ArrayList<>();
        for (List<Row> lane : lanes.values()) running.add(threads.submit(() -> inOrder(lane, isLast)));
        List<WorkedRow> results = new ArrayList<>();
        RuntimeException outage = null;
        for (Future<List<RowOutcome>> lane : running) {
            try {
                for (RowOutcome outcome : lane.get()) note(outcome, isLast, results);
            } catch (ExecutionException fault) {
                outage = fault.getCause() instanceof RuntimeException known ? known : new IllegalStateException(fault);
            }
        }
        if (!results.isEmpty()) tools.notes().record(batchId, submitted.fact().submitter(), results);
        if (outage != null) throw outage;
    }

    private List<RowOutcome> inOrder(List<Row> lane, boolean isLast) {
        List<RowOutcome> outcomes = new ArrayList<>();
        for (Row row : lane) {
            RowOutcome outcome = tools.work().work(batchId, submitted.fact().submitter(), row);
            outcomes.add(outcome);
            if (outcome instanceof RowOutcome.Later && !isLast) break;
        }
        return outcomes;
    }

    private void note(RowOutcome outcome, boolean isLast, List<WorkedRow> results) {
        switch (outcome) {
            case RowOutcome.Worked worked -> results.add(worked.result());
            case RowOutcome.Later later when isLast -> results.add(later.ifNever());
            case RowOutcome.Later later -> {
                RegistrationMark mark = later.ifNever().mark();
                if (mark != null) waiting.add(mark);
                if (soonest == null || later.retryAfter().compareTo(soonest) < 0) soonest = later.retryAfter();
                senderWaits |= later.ifNever().code() == RefusalCode.TOO_MANY_REQUESTS;
            }
        }
    }
}
