package uk.vehicleregister.benchmarks.campaign.snapshot;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import uk.vehicleregister.benchmarks.campaign.Campaign;
import uk.vehicleregister.benchmarks.campaign.Form;
import uk.vehicleregister.benchmarks.campaign.Report;
import uk.vehicleregister.benchmarks.campaign.trial.MotTrial;
import uk.vehicleregister.benchmarks.campaign.trial.Senders;
import uk.vehicleregister.benchmarks.campaign.trial.Times;

/// A snapshot held under load, in stretches with and without it by turns.
public final class SnapshotCampaign implements Campaign {

    private static final int SENDERS = 32;
    private static final double TOLERATED = 1.5;

    /// So many that none gets more results than a real one in its life, about forty: what a command takes grows with
    /// its vehicle's past.
    private static final int VEHICLES = 30_000;

    private static final Duration WARMING = Duration.ofMinutes(3);
    private static final Duration SETTLING = Duration.ofSeconds(60);

    @Override
    public String name() {
        return "snapshot";
    }

    @Override
    public String claim() {
        return "A dump that holds its snapshot open under load costs neither throughput nor lag"
                + " (more than 1.5 times as much is a violation; not judged in the short form).";
    }

    @Override
    public Report run(Order order) throws Exception {
        try (MotTrial trial = MotTrial.open(order.directory(), order.form() == Form.SHORT ? 500 : VEHICLES)) {
            return on(trial, order);
        }
    }

    public Report on(MotTrial trial, Order order) throws Exception {
        boolean isShort = order.form() == Form.SHORT;
        Duration time = isShort ? Duration.ofMillis(1_500) : Duration.ofSeconds(60);
        Senders load = new Senders(trial, SENDERS);
        if (isShort) load.asFastAsAnswered(Duration.ofSeconds(1));
        else load.warmUp(WARMING);
        List<String> violations = new ArrayList<>();
        List<Stretch> plain = new ArrayList<>();
        List<Stretch> held = new ArrayList<>();
        for (int pair = 0; pair < (isShort ? 2 : 3); pair++) {
            plain.add(stretch(trial, time));
            try (HeldSnapshot snapshot = HeldSnapshot.take(trial.books())) {
                held.add(stretch(trial, time));
                if (!snapshot.isHeld()) violations.add("the snapshot was lost, so nothing was tried");
            }
            order.progress().accept("plain " + plain.getLast() + ", held " + held.getLast());
        }
        violations.addAll(trial.settle(order.form().patience(SETTLING)));
        if (order.form().judgesTimes()) violations.addAll(Stretch.violations(plain, held, TOLERATED));
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("seconds a stretch", time.toMillis() / 1e3);
        figures.put("commands a second, by turns", by(plain, held, "%.0f", Stretch::perSecond));
        figures.put(
                "commands a second, held against plain",
                "%.2f".formatted(Stretch.medianRate(held) / Stretch.medianRate(plain)));
        figures.put("lag p99 in ms, by turns", by(plain, held, "%.0f", Stretch::lag));
        return new Report(name(), figures, violations);
    }

    private static String by(List<Stretch> plain, List<Stretch> held, String form, Function<Stretch, Double> figure) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < plain.size(); i++)
            all.add("plain " + form.formatted(figure.apply(plain.get(i))) + ", held "
                    + form.formatted(figure.apply(held.get(i))));
        return String.join("; ", all);
    }

    private static Stretch stretch(MotTrial trial, Duration time) throws InterruptedException, SQLException {
        Times lag = new Times();
        AtomicBoolean over = new AtomicBoolean();
        Thread watch = Thread.startVirtualThread(() -> watch(trial, lag, over));
        Senders.Run run = new Senders(trial, SENDERS).asFastAsAnswered(time);
        over.set(true);
        watch.join();
        trial.awaitProjected(SETTLING);
        return new Stretch(run.recordedASecond(), lag.percentile(99));
    }

    /// Again and again: where the log ends, and how long the hindmost projection takes to get there.
    private static void watch(MotTrial trial, Times lag, AtomicBoolean over) {
        while (!over.get()) {
            try {
                long start = System.nanoTime();
                if (!trial.awaitProjected(SETTLING)) return;
                lag.add(System.nanoTime() - start);
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            } catch (SQLException gone) {
                return;
            }
        }
    }
}
