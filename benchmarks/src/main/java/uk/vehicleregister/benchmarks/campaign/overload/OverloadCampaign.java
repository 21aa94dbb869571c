package uk.vehicleregister.benchmarks.campaign.overload;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import uk.vehicleregister.benchmarks.campaign.Campaign;
import uk.vehicleregister.benchmarks.campaign.Form;
import uk.vehicleregister.benchmarks.campaign.Report;
import uk.vehicleregister.benchmarks.campaign.trial.MotTrial;
import uk.vehicleregister.benchmarks.campaign.trial.Senders;
import uk.vehicleregister.benchmarks.campaign.trial.Usage;

/// Four times the sustainable rate, for a while.
public final class OverloadCampaign implements Campaign {

    private static final int SUSTAINED = 32;
    private static final int CROWD = 800;

    /// So many that none gets more results than a real one in its life, about forty: what a command takes grows with
    /// its vehicle's past.
    private static final int VEHICLES = 20_000;

    /// In the short form so many send without a pause, and so few of them are let in: too many for any machine.
    private static final int SHORT_CROWD = 400;

    private static final int SHORT_LET_IN = 64;

    /// What the command service of a short form is told.
    public static final Map<String, String> SHORT_SETTINGS = Map.of("REGISTER_REQUESTS_MOST", "" + SHORT_LET_IN);

    private static final Duration WARMING = Duration.ofMinutes(3);
    private static final Duration SETTLING = Duration.ofSeconds(60);

    @Override
    public String name() {
        return "overload";
    }

    @Override
    public String claim() {
        return "At " + Crowd.TIMES + " times the sustainable rate what is too much is turned away with 503 and"
                + " Retry-After; what is let in is answered soon, and nothing acknowledged is lost.";
    }

    @Override
    public Report run(Order order) throws Exception {
        Map<String, String> settings = order.form() == Form.SHORT ? SHORT_SETTINGS : Map.of();
        int vehicles = order.form() == Form.SHORT ? 500 : VEHICLES;
        try (MotTrial trial = MotTrial.open(order.directory(), vehicles, settings)) {
            return on(trial, order);
        }
    }

    public Report on(MotTrial trial, Order order) throws Exception {
        Senders sustained = new Senders(trial, SUSTAINED);
        if (order.form() == Form.SHORT) {
            sustained.asFastAsAnswered(Duration.ofSeconds(1));
            return crowded(trial, sustained, order);
        }
        sustained.warmUp(WARMING); // on all cores, for half of the work is compiling
        try (Cores cores = Cores.apart(trial.cluster())) {
            order.progress()
                    .accept(
                            cores.areApart()
                                    ? "the register has one half of the cores, and the crowd the other"
                                    : "the crowd takes the register's own cores, so it may not get large enough");
            return crowded(trial, sustained, order);
        }
    }

    private Report crowded(MotTrial trial, Senders sustained, Order order) throws Exception {
        boolean isShort = order.form() == Form.SHORT;
        Duration settling = order.form().patience(SETTLING);
        Duration measuring = Duration.ofSeconds(isShort ? 1 : 20);
        Duration crowding = Duration.ofSeconds(isShort ? 5 : 120);
        Senders.Run before = sustained.asFastAsAnswered(measuring);
        order.progress().accept("%.0f commands a second are sustained".formatted(before.recordedASecond()));
        AtomicLong megabytes = new AtomicLong();
        long usual = Usage.of(trial.command().processId()).megabytes();
        AtomicBoolean over = new AtomicBoolean();
        Thread watch = Thread.startVirtualThread(() -> watch(trial, megabytes, over));
        Senders.Run during = isShort
                ? new Senders(trial, SHORT_CROWD).asFastAsAnswered(crowding)
                : new Senders(trial, CROWD).paced(Crowd.TIMES * before.recordedASecond(), crowding);
        over.set(true);
        watch.join();
        List<String> violations = new ArrayList<>();
        if (!trial.awaitProjected(settling)) violations.add("the read models do not catch up");
        Senders.Run after = sustained.asFastAsAnswered(measuring);
        Crowd crowd = new Crowd(before, during, after, megabytes.get());
        violations.addAll(crowd.violations());
        if (order.form().judgesTimes()) violations.addAll(crowd.violationsInTime());
        violations.addAll(trial.settleUnclear(settling));
        return new Report(name(), figures(crowd, usual), violations);
    }

    private static Map<String, Object> figures(Crowd crowd, long usual) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("sustained, a second", Math.round(crowd.before().recordedASecond()));
        figures.put("sustained, answered", crowd.before().recorded().toString());
        figures.put("sent in the crowd, a second", Math.round(crowd.during().offeredASecond()));
        figures.put("taken in the crowd, a second", Math.round(crowd.during().recordedASecond()));
        figures.put("let in, answered", crowd.during().recorded().toString());
        figures.put("turned away", crowd.during().shed().count());
        figures.put("turned away, answered", crowd.during().shed().toString());
        figures.put("without an answer", crowd.during().unknown().count());
        figures.put("memory before, at the most, MB", usual + ", " + crowd.megabytes());
        figures.put("afterwards, a second", Math.round(crowd.after().recordedASecond()));
        figures.put("afterwards, answered", crowd.after().recorded().toString());
        return figures;
    }

    private static void watch(MotTrial trial, AtomicLong megabytes, AtomicBoolean over) {
        while (!over.get()) {
            megabytes.accumulateAndGet(Usage.of(trial.command().processId()).megabytes(), Math::max);
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }
}
