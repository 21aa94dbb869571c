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
import uk.vehicleregister.benchmarks.campaign.trial.Load;
import uk.vehicleregister.benchmarks.campaign.trial.Trial;
import uk.vehicleregister.benchmarks.campaign.trial.Usage;

/// Four times the sustainable rate, for a while.
public final class OverloadCampaign implements Campaign {

    private static final int SUSTAINED = 32;
    private static final int CROWD = 800;
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
        try (Trial trial = Trial.open(order.directory(), 5_000)) {
            return on(trial, order);
        }
    }

    public Report on(Trial trial, Order order) throws Exception {
        boolean isShort = order.form() == Form.SHORT;
        Duration measuring = Duration.ofSeconds(isShort ? 2 : 20);
        Duration crowding = Duration.ofSeconds(isShort ? 8 : 120);
        Load sustained = new Load(trial, SUSTAINED);
        if (isShort) sustained.asFastAsAnswered(Duration.ofSeconds(2));
        else sustained.warmUp(WARMING);
        Load.Run before = sustained.asFastAsAnswered(measuring);
        order.progress().accept("%.0f commands a second are sustained".formatted(before.recordedASecond()));
        AtomicLong megabytes = new AtomicLong();
        long usual = Usage.of(trial.command().processId()).megabytes();
        AtomicBoolean over = new AtomicBoolean();
        Thread watch = Thread.startVirtualThread(() -> watch(trial, megabytes, over));
        Load.Run during = new Load(trial, CROWD).paced(Crowd.TIMES * before.recordedASecond(), crowding);
        over.set(true);
        watch.join();
        Load.Run after = sustained.asFastAsAnswered(measuring);
        Crowd crowd = new Crowd(before, during, after, megabytes.get());
        List<String> violations = new ArrayList<>(crowd.violations());
        violations.addAll(trial.settleUnclear(SETTLING));
        if (!trial.awaitProjected(SETTLING)) violations.add("the read models do not catch up");
        return new Report(name(), figures(crowd, usual), violations);
    }

    private static Map<String, Object> figures(Crowd crowd, long usual) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("sustained, a second", Math.round(crowd.before().recordedASecond()));
        figures.put("sustained, answered", crowd.before().recorded());
        figures.put("sent in the crowd, a second", Math.round(crowd.during().offeredASecond()));
        figures.put("taken in the crowd, a second", Math.round(crowd.during().recordedASecond()));
        figures.put("let in, answered", crowd.during().recorded());
        figures.put("turned away", crowd.during().shed().count());
        figures.put("turned away, answered", crowd.during().shed());
        figures.put("without an answer", crowd.during().unknown());
        figures.put("memory before, at the most, MB", usual + ", " + crowd.megabytes());
        figures.put("afterwards, a second", Math.round(crowd.after().recordedASecond()));
        figures.put("afterwards, answered", crowd.after().recorded());
        return figures;
    }

    private static void watch(Trial trial, AtomicLong megabytes, AtomicBoolean over) {
        while (!over.get()) {
            megabytes.accumulateAndGet(Usage.of(trial.command().processId()).megabytes(), Math::max);
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }
}
