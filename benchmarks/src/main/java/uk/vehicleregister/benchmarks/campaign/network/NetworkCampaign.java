package uk.vehicleregister.benchmarks.campaign.network;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import uk.vehicleregister.benchmarks.campaign.Campaign;
import uk.vehicleregister.benchmarks.campaign.Form;
import uk.vehicleregister.benchmarks.campaign.Report;
import uk.vehicleregister.benchmarks.campaign.trial.MotTrial;
import uk.vehicleregister.benchmarks.cluster.Service.Kind;

/// A bad network between command service and database. Whatever a sender is told must be so.
public final class NetworkCampaign implements Campaign {

    private static final int FULL_ROUNDS = 60;

    /// In every event a command appends, and in nothing else that goes to the database.
    private static final String APPEND = "MotPassed";

    @Override
    public String name() {
        return "network";
    }

    @Override
    public String claim() {
        return "Delays, cuts, vanishing packets and lost answers between service and database: what is answered is true"
                + " or said to be unknown, and the same key then tells.";
    }

    @Override
    public Report run(Order order) throws Exception {
        try (MotTrial trial = MotTrial.open(order.directory(), 500)) {
            return on(trial, order);
        }
    }

    /// With a command service of its own behind the proxy.
    public Report on(MotTrial trial, Order order) throws Exception {
        String url = trial.cluster().database().url();
        List<Fault> faults = faults(order);
        try (FaultProxy proxy = new FaultProxy(
                        URI.create(url.substring("jdbc:".length())).getPort());
                NetworkRounds rounds = new NetworkRounds(
                        trial,
                        proxy,
                        trial.cluster()
                                .service(
                                        Kind.COMMAND,
                                        with(
                                                "REGISTER_DATABASE_URL",
                                                url.replaceFirst(":\\d+/", ":" + proxy.port() + "/"))),
                        order.form())) {
            for (Fault fault : faults) {
                rounds.play(fault, order.form() == Form.SHORT ? Duration.ofMillis(1_000) : Duration.ofSeconds(4));
                order.progress().accept(rounds.lastRound());
            }
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put("seed", order.seed());
            figures.put("rounds", faults.size());
            figures.putAll(rounds.figures());
            return new Report(name(), figures, rounds.violations());
        }
    }

    private static UnaryOperator<Map<String, String>> with(String name, String value) {
        return environment -> {
            Map<String, String> changed = new LinkedHashMap<>(environment);
            changed.put(name, value);
            return changed;
        };
    }

    /// One of each kind in the gate; on demand in any order, again and again.
    private static List<Fault> faults(Order order) {
        RandomGenerator random = new SplittableRandom(order.seed());
        List<Fault> faults = new ArrayList<>();
        int rounds = order.form() == Form.SHORT ? 5 : FULL_ROUNDS;
        for (int round = 0; round < rounds; round++)
            faults.add(
                    order.form() == Form.SHORT ? fault(round, random, false) : fault(random.nextInt(5), random, true));
        return faults;
    }

    private static Fault fault(int kind, RandomGenerator random, boolean forGood) {
        return switch (kind) {
            case 0 -> new Fault.Delay(Duration.ofMillis(random.nextLong(10, 200)));
            case 1 -> new Fault.Cut();
            case 2 -> new Fault.RequestLost(APPEND);
            case 3 -> new Fault.AnswerLost(APPEND);
            default -> new Fault.HalfOpen(forGood);
        };
    }
}
