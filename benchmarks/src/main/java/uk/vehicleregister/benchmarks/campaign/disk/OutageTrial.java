package uk.vehicleregister.benchmarks.campaign.disk;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import uk.vehicleregister.benchmarks.campaign.Form;
import uk.vehicleregister.benchmarks.campaign.trial.Await;
import uk.vehicleregister.benchmarks.campaign.trial.MotTrial;
import uk.vehicleregister.benchmarks.campaign.trial.Senders;
import uk.vehicleregister.benchmarks.cluster.Service;
import uk.vehicleregister.benchmarks.wire.Reply;
import uk.vehicleregister.benchmarks.wire.Wire;

/// Senders at work while an outage comes and goes.
final class OutageTrial {

    private static final int SENDERS = 8;
    private static final Duration QUIET = Duration.ofSeconds(20);

    private final MotTrial trial;
    private final Duration time;
    private final Duration patience;
    private final Map<String, Object> figures;
    private final List<String> violations;

    OutageTrial(MotTrial trial, Form form, Map<String, Object> figures, List<String> violations) {
        this.trial = trial;
        this.time = form == Form.SHORT ? Duration.ofSeconds(2) : Duration.ofSeconds(60);
        this.patience = form.patience(QUIET);
        this.figures = figures;
        this.violations = violations;
    }

    void play(Outage outage) throws SQLException, IOException, InterruptedException {
        long process = trial.command().processId();
        outage.begin();
        try {
            CompletableFuture<Senders.Run> sent = CompletableFuture.supplyAsync(this::load, Thread::startVirtualThread);
            if (!Await.within(patience, () -> logHealth().contains(outage.reason())))
                violate(outage, "health does not say \"" + outage.reason() + "\" but: " + logHealth());
            if (health(trial.command(), "liveness").status() != 200) violate(outage, "the service is called dead");
            Senders.Run run = sent.join();
            if (run.shed().count() == 0) violate(outage, "no command was refused, so nothing was tried");
            figures.put(
                    outage.name() + ": recorded, refused, unknown",
                    run.recorded().count() + ", " + run.shed().count() + ", "
                            + run.unknown().count());
            figures.put(outage.name() + ": refusals", run.shed());
        } finally {
            outage.end();
        }
        recover(outage);
        trial.settle(patience).forEach(found -> violate(outage, found));
        if (trial.command().processId() != process || !trial.command().isAlive())
            violate(outage, "the service was started anew");
    }

    private Senders.Run load() {
        try {
            return new Senders(trial, SENDERS).paced(200, time);
        } catch (InterruptedException ended) {
            throw new IllegalStateException(ended);
        }
    }

    private void recover(Outage outage) throws SQLException {
        long over = System.nanoTime();
        try (Wire wire = trial.wire()) {
            if (!Await.within(patience, () -> trial.send(trial.next(), wire).isRecorded()))
                violate(outage, "no command is taken within " + patience + " of its end");
        }
        figures.put(outage.name() + ": takes commands again after, ms", since(over));
        for (Service service : List.of(trial.command(), trial.query()))
            if (!Await.within(patience, () -> health(service, "readiness").status() == 200))
                violate(outage, service.address() + " is not ready within " + patience + " of its end");
        figures.put(outage.name() + ": both services ready after, ms", since(over));
        if (!trial.awaitProjected(patience))
            violate(outage, "the read models do not catch up within " + patience + " of its end");
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
            return wire.send(Wire.get("/actuator/health/" + group));
        }
    }

    private static long since(long nanos) {
        return (System.nanoTime() - nanos) / 1_000_000;
    }
}
