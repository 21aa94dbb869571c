package uk.vehicleregister.benchmarks.campaign.kill;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import uk.vehicleregister.benchmarks.campaign.audit.Audit;
import uk.vehicleregister.benchmarks.campaign.audit.GivenUp;
import uk.vehicleregister.benchmarks.campaign.clients.Trial;
import uk.vehicleregister.benchmarks.campaign.clients.V5C;

/// One register, round after round.
final class KillRounds {

    private static final int CLIENTS = 8;
    private static final int VEHICLES_EACH = 3;
    private static final int SHARED = 3;

    /// A killed register that acknowledges nothing for so long needs a hand.
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Trial trial;
    private final Killer killer;
    private final Audit audit;
    private final Batch batch;
    private final SealedHistory sealed;
    private final List<Client> clients = new ArrayList<>();
    private final Queue<GivenUp> givenUp = new ConcurrentLinkedQueue<>();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private int rounds;

    KillRounds(Trial trial, Killer killer, Random dice, int batchRows) {
        this.trial = trial;
        this.killer = killer;
        audit = new Audit(trial.archive());
        sealed = new SealedHistory(trial.cluster());
        List<V5C> vehicles = trial.vehicles(CLIENTS * VEHICLES_EACH + SHARED + batchRows);
        Client.Street street = new Client.Street(
                vehicles.subList(0, SHARED).stream().map(V5C::vehicleId).toList(), givenUp, wrong);
        for (int i = 0; i < CLIENTS; i++) {
            int from = SHARED + i * VEHICLES_EACH;
            clients.add(new Client(trial, street, dice.nextLong(), vehicles.subList(from, from + VEHICLES_EACH)));
        }
        batch = new Batch(trial, vehicles.subList(SHARED + CLIENTS * VEHICLES_EACH, vehicles.size()));
    }

    /// What did not hold.
    List<String> round(List<Blow> blows) {
        rounds++;
        AtomicBoolean stop = new AtomicBoolean();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> living = new ArrayList<>();
            for (Client client : clients) living.add(threads.submit(() -> client.live(stop)));
            batch.handIn();
            try {
                for (Blow blow : blows) {
                    killer.strike(blow);
                    awaitLife();
                }
            } finally {
                stop.set(true);
            }
            for (Future<?> life : living) life.get();
        } catch (ExecutionException fault) {
            wrong.add("a client gave up: " + fault.getCause());
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ended);
        }
        List<String> found = new ArrayList<>(killer.wrong);
        found.addAll(wrong);
        found.addAll(batch.violations(audit));
        found.addAll(audit.ofTheLog(trial.told(), List.copyOf(givenUp)));
        found.addAll(audit.ofTheReadModels(trial.sender(), trial.query().address()));
        found.addAll(trial.sender().faults());
        found.addAll(sealed.violations(audit.events()));
        return found;
    }

    /// Struck again only once it does its work again.
    private void awaitLife() {
        int enough = trial.acknowledged() + CLIENTS;
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (trial.acknowledged() < enough) {
            if (System.nanoTime() - until > 0) {
                wrong.add("nothing is acknowledged any more, " + PATIENCE.toSeconds() + " s after a kill");
                return;
            }
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    long events() {
        return audit.events();
    }

    void figures(Map<String, Object> figures) {
        figures.put("rounds", rounds);
        figures.put("commands acknowledged", trial.acknowledged() - batch.worked());
        figures.put("batch rows done", batch.worked());
        figures.put("commands given up without an answer", givenUp.size());
        figures.put("events in the log", audit.events());
        figures.put("events under a checkpoint that holds", sealed.size());
        figures.put("answers", trial.sender().answers());
    }
}
