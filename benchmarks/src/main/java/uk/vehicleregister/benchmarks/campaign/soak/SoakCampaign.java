package uk.vehicleregister.benchmarks.campaign.soak;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uk.vehicleregister.benchmarks.campaign.Campaign;
import uk.vehicleregister.benchmarks.campaign.Form;
import uk.vehicleregister.benchmarks.campaign.Report;
import uk.vehicleregister.benchmarks.campaign.trial.MotTrial;
import uk.vehicleregister.benchmarks.campaign.trial.Senders;
import uk.vehicleregister.benchmarks.campaign.trial.Times;
import uk.vehicleregister.benchmarks.campaign.trial.Usage;

/// Commands and enquiries at half the rate that can be sustained, for an hour.
public final class SoakCampaign implements Campaign {

    private static final int SENDERS = 32;
    private static final int STRETCHES = 6;

    /// So many that none gets more results in an hour than a real one in its life, about forty: what a command takes
    /// grows with its vehicle's past.
    private static final int VEHICLES = 100_000;

    private static final Duration WARMING = Duration.ofMinutes(3);
    private static final Duration SETTLING = Duration.ofSeconds(60);
    private static final String COMMANDS = "select count(*) from log.event where type = 'MotPassed'";
    private static final String CONNECTIONS =
            "select count(*) from pg_stat_activity where datname = current_database() and usename <> 'postgres'";

    @Override
    public String name() {
        return "soak";
    }

    @Override
    public String claim() {
        return "After an hour of commands and enquiries at half the sustainable rate, memory, handles, connections, lag"
                + " and latency are what they were in the first ten minutes.";
    }

    @Override
    public boolean onlyByName() {
        return true;
    }

    @Override
    public Report run(Order order) throws Exception {
        boolean isShort = order.form() == Form.SHORT;
        try (MotTrial trial = MotTrial.open(order.directory(), isShort ? 500 : VEHICLES)) {
            Duration stretch = isShort ? Duration.ofSeconds(2) : order.time().dividedBy(STRETCHES);
            Senders load = new Senders(trial, SENDERS);
            if (!isShort) load.warmUp(WARMING);
            Senders.Run measured = load.asFastAsAnswered(Duration.ofSeconds(isShort ? 1 : 20));
            double rate = measured.recordedASecond() / 2;
            List<String> violations = new ArrayList<>(trial.settleUnclear(SETTLING));
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put("commands a second", Math.round(rate));
            figures.put("enquiries a second", Math.round(Math.min(rate, Enquirers.MOST)));
            figures.put("seconds a stretch", stretch.toSeconds());
            List<Stretch> stretches = new ArrayList<>();
            for (int i = 1; i <= STRETCHES; i++) {
                stretches.add(stretch(trial, rate, stretch, violations));
                figures.put("stretch " + i, stretches.getLast());
                order.progress().accept("stretch " + i + ": " + stretches.getLast());
            }
            figures.put("events in the log", trial.books().logEnd() + 1);
            violations.addAll(Stretch.creep(stretches.getFirst(), stretches.getLast()));
            return new Report(name(), figures, violations);
        }
    }

    private static Stretch stretch(MotTrial trial, double rate, Duration time, List<String> violations)
            throws InterruptedException, SQLException {
        trial.forgetWhatIsSettled();
        long before = trial.books().number(COMMANDS);
        Times lag = new Times();
        Stretch seen;
        try (Enquirers enquirers = new Enquirers(trial, Math.min(rate, Enquirers.MOST), lag)) {
            Senders.Run run = new Senders(trial, SENDERS).paced(rate, time);
            seen = new Stretch(
                    Usage.of(trial.command().processId()),
                    Usage.of(trial.query().processId()),
                    trial.books().number(CONNECTIONS),
                    run.recorded().percentile(99),
                    enquirers.times().percentile(99),
                    lag.percentile(99));
            if (enquirers.refused() > 0) violations.add(enquirers.refused() + " enquiries were not answered");
        }
        violations.addAll(trial.settleUnclear(SETTLING));
        long recorded = trial.books().number(COMMANDS) - before;
        if (recorded != trial.ledger().recorded())
            violations.add(
                    trial.ledger().recorded() + " commands are known to be recorded, and the log took " + recorded);
        return seen;
    }
}
