package uk.vehicleregister.benchmarks.campaign.network;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import uk.vehicleregister.benchmarks.campaign.Form;
import uk.vehicleregister.benchmarks.campaign.trial.Await;
import uk.vehicleregister.benchmarks.campaign.trial.MotTrial;
import uk.vehicleregister.benchmarks.campaign.trial.Senders;
import uk.vehicleregister.benchmarks.cluster.Service;
import uk.vehicleregister.benchmarks.wire.Wire;

/// Round after round: senders at work, a fault for a while, the line mended, and the books compared.
final class NetworkRounds implements AutoCloseable {

    private static final int SENDERS = 8;
    private static final Duration BEFORE = Duration.ofMillis(200);

    /// The readers' socket timeout (LogConnections) and some more: by then a mute connection has been given up.
    private static final Duration QUIET = Duration.ofSeconds(40);

    private final MotTrial trial;
    private final FaultProxy proxy;
    private final Service service;
    private final Duration patience;
    private final List<String> violations = new ArrayList<>();
    private final Map<String, Duration> slowestRecovery = new LinkedHashMap<>();
    private long recorded;
    private long refused;
    private long unknown;
    private double longest;
    private String lastRound = "";

    NetworkRounds(MotTrial trial, FaultProxy proxy, Service service, Form form) {
        this.trial = trial;
        this.proxy = proxy;
        this.service = service;
        this.patience = form.patience(QUIET);
        service.start();
    }

    void play(Fault fault, Duration time) throws InterruptedException, SQLException {
        String name = fault.getClass().getSimpleName();
        int before = proxy.struck();
        long unknownBefore = trial.ledger().unknown();
        Thread striker = Thread.startVirtualThread(() -> {
            LockSupport.parkNanos(BEFORE.toNanos());
            proxy.set(fault);
            if (once(fault)) return;
            LockSupport.parkNanos(time.toNanos());
            proxy.set(new Fault.None());
        });
        Senders.Run run = new Senders(() -> new Wire(service.address(), Duration.ofSeconds(60)), trial, SENDERS)
                .paced(400, time.plus(BEFORE));
        striker.join();
        if (once(fault)) awaitStruck(name, before);
        Duration recovery = recovery();
        trial.settle(patience).forEach(found -> violations.add(name + ": " + found));
        slowestRecovery.merge(name, recovery, (one, other) -> one.compareTo(other) > 0 ? one : other);
        recorded += run.recorded().count();
        refused += run.shed().count();
        long unknownNow = trial.ledger().unknown() - unknownBefore;
        unknown += unknownNow;
        longest = Math.max(
                longest, Math.max(run.recorded().percentile(100), run.shed().percentile(100)));
        lastRound = "%s: %d recorded, %d nothing recorded, %d unknown; takes commands again after %d ms"
                .formatted(name, run.recorded().count(), run.shed().count(), unknownNow, recovery.toMillis());
    }

    private static boolean once(Fault fault) {
        return fault instanceof Fault.RequestLost || fault instanceof Fault.AnswerLost;
    }

    /// It strikes once and is over; on a slow machine only after its time.
    private void awaitStruck(String name, int before) {
        try (Wire wire = new Wire(service.address(), Duration.ofSeconds(60))) {
            boolean struck = Await.within(patience, () -> {
                if (proxy.struck() == before) trial.send(trial.next(), wire);
                return proxy.struck() > before;
            });
            if (!struck) violations.add(name + ": no append passed by, so nothing was tried");
        }
        proxy.set(new Fault.None());
    }

    /// From the mending of the line to the first command that is recorded.
    private Duration recovery() {
        long start = System.nanoTime();
        try (Wire wire = new Wire(service.address(), Duration.ofSeconds(60))) {
            if (!Await.within(patience, () -> trial.send(trial.next(), wire).isRecorded()))
                violations.add("the service does not recover by itself within " + patience);
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    String lastRound() {
        return lastRound;
    }

    List<String> violations() {
        return violations;
    }

    Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("recorded at the first try", recorded);
        figures.put("told that nothing was recorded", refused);
        figures.put("told that it is not known", unknown);
        figures.put("single requests and answers lost", proxy.struck());
        figures.put("longest wait for an answer, ms", Math.round(longest));
        slowestRecovery.forEach(
                (fault, time) -> figures.put("slowest recovery after " + fault + ", ms", time.toMillis()));
        return figures;
    }

    @Override
    public void close() {
        service.close();
    }
}
