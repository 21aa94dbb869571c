package uk.vehicleregister.benchmarks.campaign.projections;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import uk.vehicleregister.benchmarks.campaign.Campaign;
import uk.vehicleregister.benchmarks.campaign.Form;
import uk.vehicleregister.benchmarks.campaign.Report;
import uk.vehicleregister.benchmarks.campaign.trial.MotTrial;
import uk.vehicleregister.benchmarks.campaign.trial.Senders;

/// Read models under kills, and before an event they cannot read.
public final class ProjectionsCampaign implements Campaign {

    private static final Duration CATCHING_UP = Duration.ofSeconds(60);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Override
    public String name() {
        return "projections";
    }

    @Override
    public String claim() {
        return "A query service killed mid-batch skips and repeats nothing; before an event it cannot read a projection"
                + " stands and says so while others go on, and goes on from there once that is mended and the service is started again.";
    }

    @Override
    public Report run(Order order) throws Exception {
        try (MotTrial trial = MotTrial.open(order.directory(), 2_000)) {
            return on(trial, order);
        }
    }

    public Report on(MotTrial trial, Order order) throws Exception {
        RandomGenerator random = new SplittableRandom(order.seed());
        int kills = order.form() == Form.SHORT ? 1 : 25;
        List<String> violations = new ArrayList<>();
        Map<String, Object> figures = new LinkedHashMap<>();
        int midway = 0;
        Duration catchingUp = order.form().patience(CATCHING_UP);
        for (int kill = 0; kill < kills; kill++) {
            long behind = killUnderLoad(trial, random);
            if (behind > 0) midway++;
            order.progress().accept("killed " + behind + " events before the log's end");
        }
        if (order.form() != Form.SHORT && midway == 0) violations.add("no kill came while events were waiting");
        if (!trial.awaitProjected(catchingUp)) violations.add("the read models do not catch up after kills");
        figures.put("seed", order.seed());
        figures.put("kills, of these with work left", kills + ", " + midway);
        figures.put("events in the log", trial.books().logEnd() + 1);
        PoisonTrial poison = new PoisonTrial(trial, order.form().patience(PATIENCE));
        violations.addAll(poison.play());
        figures.putAll(poison.figures());
        violations.addAll(trial.settle(catchingUp));
        violations.addAll(trial.unlikeTheirFold(catchingUp));
        figures.put(
                "tables compared with themselves built anew",
                trial.books().readModels().size());
        return new Report(name(), figures, violations);
    }

    /// Answers how many events the hindmost projection had not taken in when it was killed.
    private static long killUnderLoad(MotTrial trial, RandomGenerator random) throws SQLException {
        // the claims of a killed service last some seconds; until they end nothing is in hand that could be cut short
        trial.awaitProjected(CATCHING_UP);
        Duration time = Duration.ofMillis(random.nextLong(400, 900));
        CompletableFuture<Void> load = CompletableFuture.runAsync(
                () -> {
                    try {
                        new Senders(trial, 16).asFastAsAnswered(time.plusMillis(300));
                    } catch (InterruptedException ended) {
                        throw new IllegalStateException(ended);
                    }
                },
                Thread::startVirtualThread);
        LockSupport.parkNanos(time.toNanos());
        long recorded = trial.books().logEnd(); // what comes after the kill nobody could have taken in
        trial.query().kill();
        load.join();
        long behind = Math.max(0, recorded - trial.books().projected());
        trial.query().start();
        return behind;
    }
}
