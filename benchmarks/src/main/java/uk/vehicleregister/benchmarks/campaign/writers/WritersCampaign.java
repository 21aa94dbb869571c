package uk.vehicleregister.benchmarks.campaign.writers;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import uk.vehicleregister.benchmarks.campaign.Campaign;
import uk.vehicleregister.benchmarks.campaign.Form;
import uk.vehicleregister.benchmarks.campaign.Report;
import uk.vehicleregister.benchmarks.campaign.audit.Audit;
import uk.vehicleregister.benchmarks.campaign.clients.Requests;
import uk.vehicleregister.benchmarks.campaign.clients.Trial;
import uk.vehicleregister.benchmarks.campaign.clients.V5C;

/// Two command services on one database: how much they do against one, and that they do nothing twice, lose nothing and
/// starve nobody when they want the same.
public final class WritersCampaign implements Campaign {

    private static final int HOT = 20;
    private static final int CLIENTS = 32;

    /// Two services on two cores compile for so long, and the second one has half of the work to do it by.
    private static final Duration WARMING = Duration.ofSeconds(120);

    @Override
    public String name() {
        return "writers";
    }

    @Override
    public String claim() {
        return "two command services on one database lose no update, give nothing to two, and starve nobody";
    }

    @Override
    public Report run(Order order) throws Exception {
        try (Trial trial = Trial.start(order.directory(), 2, false)) {
            return on(trial, order);
        }
    }

    public Report on(Trial trial, Order order) throws Exception {
        boolean full = order.form() == Form.FULL;
        Duration time = full ? Duration.ofSeconds(5) : Duration.ofMillis(1_200);
        List<String> found = new ArrayList<>();
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("seed", order.seed());
        Crowd crowd = new Crowd(trial, new Random(order.seed()));
        Deadlocks deadlocks = new Deadlocks(trial.archive());
        List<String> marks =
                trial.vehicles(full ? 400 : 100).stream().map(V5C::mark).toList();
        List<String> hot = marks.subList(0, HOT);
        Throughput throughput = new Throughput(crowd, CLIENTS, time, full ? 5 : 1, order.form());
        crowd.live(CLIENTS, 2, full ? WARMING : time, any(marks));
        order.progress().accept("warmed up");
        throughput.compare("spread over " + marks.size() + " vehicles", any(marks), figures, found);
        order.progress().accept("spread: done");
        throughput.compare("on " + HOT + " hot vehicles", any(hot), figures, found);
        order.progress().accept("hot: done");

        List<String> wanted = trial.vehicles(HOT).stream().map(V5C::vehicleId).toList();
        Slice conflict = crowd.live(CLIENTS / 2, 2, time.multipliedBy(3), new Conflict(trial, wanted));
        figures.put(
                "conflicting sales, retentions and assignments",
                conflict.latencies().size());
        found.addAll(Fairness.violations("conflict", conflict, order.form()));
        found.addAll(new HeldLock(trial, order.form(), marks.getFirst()).violations());
        order.progress().accept("conflicts: done");

        Audit audit = new Audit(trial.archive());
        found.addAll(audit.ofTheLog(trial.told(), List.of()));
        found.addAll(audit.ofTheReadModels(trial.sender(), trial.query().address()));
        found.addAll(trial.sender().faults());
        if (deadlocks.counted() > 0) found.add(deadlocks.counted() + " deadlocks");
        if (!deadlocks.countsOneThatIsPlanted()) found.add("a deadlock that was planted was not counted");
        figures.put("commands acknowledged", trial.acknowledged());
        figures.put("events in the log", audit.events());
        figures.put("deadlocks, without the planted one", deadlocks.counted() - 1);
        figures.put("answers", trial.sender().answers());
        return new Report(name(), figures, found);
    }

    private static Crowd.Habit any(List<String> marks) {
        return dice -> Requests.motPass(marks.get(dice.nextInt(marks.size())));
    }
}
