package uk.vehicleregister.benchmarks.campaign.kill;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import uk.vehicleregister.benchmarks.campaign.Campaign;
import uk.vehicleregister.benchmarks.campaign.Form;
import uk.vehicleregister.benchmarks.campaign.Report;
import uk.vehicleregister.benchmarks.campaign.clients.Trial;

/// People sell vehicles, retain marks and assign them while processes are killed. Rounds of some kills; after each
/// round everybody is answered, and everything is held against the log.
public final class KillCampaign implements Campaign {

    private static final int KILLS = 300;
    private static final int BLOWS_A_ROUND = 5;

    @Override
    public String name() {
        return "kill";
    }

    @Override
    public String claim() {
        return "services, postmaster and backends are killed under load: what was acknowledged is there once";
    }

    @Override
    public Report run(Order order) {
        try (Trial trial = Trial.start(order.directory(), 1, true)) {
            return on(trial, order);
        }
    }

    /// With one command service: whoever is killed must come back by itself.
    public Report on(Trial trial, Order order) {
        Random dice = new Random(order.seed());
        boolean full = order.form() == Form.FULL;
        // so that somebody with less time can have some of it
        int wanted = full ? Integer.getInteger("campaign.kills", KILLS) : 1;
        long since = System.nanoTime();
        List<String> found = new ArrayList<>();
        Map<String, Object> figures = new LinkedHashMap<>();
        Killer killer = new Killer(trial, dice);
        KillRounds rounds = new KillRounds(trial, killer, dice, full ? 300 : 100);
        while (killer.kills() < wanted && found.isEmpty()) {
            found.addAll(rounds.round(full ? drawn(dice) : Blow.few(dice)));
            order.progress()
                    .accept("%d kills, %d acknowledged, %d events"
                            .formatted(killer.kills(), trial.acknowledged(), rounds.events()));
        }
        figures.put("seed", order.seed());
        figures.put("kills", killer.kills());
        killer.killed().forEach((victim, times) -> figures.put("  of " + victim, times));
        rounds.figures(figures);
        figures.put("seconds", Duration.ofNanos(System.nanoTime() - since).toSeconds());
        return new Report(name(), figures, found);
    }

    private static List<Blow> drawn(Random dice) {
        List<Blow> blows = new ArrayList<>();
        for (int i = 0; i < BLOWS_A_ROUND; i++) blows.add(Blow.drawn(dice));
        return blows;
    }
}
