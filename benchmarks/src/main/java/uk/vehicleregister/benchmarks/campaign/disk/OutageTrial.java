package uk.vehicleregister.benchmarks.campaign.disk;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import uk.vehicleregister.benchmarks.campaign.trial.Await;
import uk.vehicleregister.benchmarks.campaign.trial.Load;
import uk.vehicleregister.benchmarks.campaign.trial.Reply;
import uk.vehicleregister.benchmarks.campaign.trial.Trial;
import uk.vehicleregister.benchmarks.campaign.trial.Wire;
import uk.vehicleregister.benchmarks.cluster.Service;

/// Senders at work while an outage comes and goes.
final class OutageTrial {

    private static final int SENDERS = 8;
    private static final Duration UNTIL_NOTICED = Duration.ofSeconds(20);
    private static final Duration RECOVERY = Duration.ofSeconds(20);

    private final Trial trial;
    private final Duration time;
    private final Map<String, Object> figures;
    private final List<String> violations;

    OutageTrial(Trial trial, Duration time, Map<String, Object> figures, List<String> violations) {
        this.trial = trial;
        this.time = time;
        this.figures = figures;
        this.violations = violations;
    }

    void play(Outage outage) throws SQLException, IOException, InterruptedException {
        long process = trial.command().processId();
        outage.begin();
        try {
            CompletableFuture<Load.Run> sent = CompletableFuture.supplyAsync(this::load, Thread::startVirtualThread);
            if (!Await.within(UNTIL_NOTICED, () -> logHealth().contains(outage.reason())))
                violate(outage, "health does not say \"" + outage.reason() + "\" but: " + logHealth());
            if (health(trial.command(), "liveness").status() != 200) violate(outage, "the service is called dead");
            Load.Run run = sent.join();
            if (run.shed().count() == 0) violate(outage, "no command was refused, so nothing was tried");
            figures.put(
                    outage.name() + ": recorded, refused, unknown",
                    run.recorded().count() + ", " + run.shed().count() + ", " + run.unknown());
            figures.put(outage.name() + ": refusals", run.shed());
        } finally {
            outage.end();
        }
        recover(outage);
        trial.settle(RECOVERY).forEach(found -> violate(outage, found));
        if (trial.command().processId() != process || !trial.command().isAlive())
            violate(outage, "the service was started anew");
    }

    private Load.Run load() {
        try {
            return new Load(trial, SENDERS).paced(200, time);
        } catch (InterruptedException ended) {
            throw new IllegalStateException(ended);
        }
    }

    private void recover(Outage outage) throws SQLException {
        long over = System.nanoTime();
        try (Wire wire = trial.wire()) {
            if (!Await.within(RECOVERY, () -> trial.send(trial.next(), wire).isRecorded()))
                violate(outage, "no command is taken within " + RECOVERY + " of its end");
        }
        figures.put(outage.name() + ": takes commands again after, ms", since(over));
        for (Service service : List.of(trial.command(), trial.query()))
            if (!Await.within(RECOVERY, () -> health(service, "readiness").status() == 200))
                violate(outage, service.address() + " is not ready within " + RECOVERY + " of its end");
        figures.put(outage.name() + ": both services ready after, ms", since(over));
        if (!trial.awaitProjected(RECOVERY))
            violate(outage, "the read models do not catch up within " + RECOVERY + " of its end");
        figures.put(outage.name() + ": read models caught up after, ms", since(over));
    }

    private void violate(Outage outage, String what) {
        violations.add(outage.name() + ": " + what);
    }

    private String logHealth() throws IOException {
        return health(trial.command(), "readiness")
                .json()
                .path("components")
                .path("log")
                .path("details")
                .path("reason")
                .asString("");
    }

    private static Reply health(Service service, String group) throws IOException {
        try (Wire wire = new Wire(service.address(), Duration.ofSeconds(30))) {
            return wire.get("/actuator/health/" + group);
        }
    }

    private static long since(long nanos) {
        return (System.nanoTime() - nanos) / 1_000_000;
    }
}
