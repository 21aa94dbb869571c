package uk.vehicleregister.benchmarks.campaign.kill;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import uk.vehicleregister.benchmarks.campaign.audit.Audit;
import uk.vehicleregister.benchmarks.campaign.clients.Outage;
import uk.vehicleregister.benchmarks.campaign.clients.Request;
import uk.vehicleregister.benchmarks.campaign.clients.Requests;
import uk.vehicleregister.benchmarks.campaign.clients.Trial;
import uk.vehicleregister.benchmarks.campaign.clients.V5C;
import uk.vehicleregister.kernel.event.BatchEnded;
import uk.vehicleregister.kernel.event.EventCatalogue;
import uk.vehicleregister.program.client.Answer;

/// A dealer's stock, disposed of to him in one batch and sold in the next, over and over.
final class Batch {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Trial trial;
    private List<V5C> stock;
    private List<Request> rows = List.of();
    private boolean bought;
    private UUID batchId = new UUID(0, 0);
    private int worked;

    Batch(Trial trial, List<V5C> stock) {
        this.trial = trial;
        this.stock = stock;
    }

    /// Handed in and taken; it is worked through from now on.
    void handIn() {
        stock = stock.stream()
                .map(v5c -> trial.archive().latest(v5c.vehicleId()))
                .toList();
        rows = stock.stream()
                .map(bought ? Requests::acquisition : Requests::disposal)
                .toList();
        bought = !bought;
        String key = UUID.randomUUID().toString();
        Answer answer = trial.sender().untilAnswered(trial.command(0)::address, Requests.batch(rows), key);
        if (answer.status() != 202) throw new IllegalStateException("a batch is refused: " + answer.problem());
        batchId = UUID.fromString(answer.text("batchId"));
    }

    /// Waits for its end, and keeps what its rows were told.
    List<String> violations(Audit audit) {
        if (!hasEnded()) return List.of("the batch does not end");
        var history = audit.history();
        EveryRowOnce.told(
                        history,
                        batchId,
                        rows.getFirst().effect(),
                        rows.stream().map(Request::reference).collect(Collectors.toCollection(ArrayList::new)))
                .forEach(trial::note);
        worked += rows.size();
        return EveryRowOnce.violations(history, batchId, rows.size());
    }

    private boolean hasEnded() {
        String ended = "select position from log.event where stream = 'batch-" + batchId + "' and type = '"
                + EventCatalogue.nameOf(BatchEnded.class) + "'";
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() - until < 0) {
            if (!Outage.rideOut(() -> trial.archive().rows(ended)).isEmpty()) return true;
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        return false;
    }

    int worked() {
        return worked;
    }
}
