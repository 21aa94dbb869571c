package uk.vehicleregister.benchmarks.campaign.linear;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import uk.vehicleregister.benchmarks.campaign.Campaign;
import uk.vehicleregister.benchmarks.campaign.Form;
import uk.vehicleregister.benchmarks.campaign.Report;
import uk.vehicleregister.benchmarks.campaign.audit.Audit;
import uk.vehicleregister.benchmarks.campaign.clients.Trial;
import uk.vehicleregister.benchmarks.campaign.clients.V5C;

/// Several clients a street, through two command services and one query service, all about the same few vehicles and
/// marks. What they were told, and when, must be what a register would have said to them one by one.
public final class LinearCampaign implements Campaign {

    private static final int VEHICLES = 3;
    private static final int CLIENTS = 5;

    @Override
    public String name() {
        return "linear";
    }

    @Override
    public String claim() {
        return "what concurrent clients of two services are told of a vehicle or mark can be put into one order";
    }

    @Override
    public Report run(Order order) throws Exception {
        try (Trial trial = Trial.start(order.directory(), 2, false)) {
            return on(trial, order);
        }
    }

    public Report on(Trial trial, Order order) throws Exception {
        boolean full = order.form() == Form.FULL;
        int streets = full ? 40 : 4;
        int operations = full ? 120 : 30;
        List<String> found = new ArrayList<>();
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("seed", order.seed());
        Random dice = new Random(order.seed());
        int done = 0;
        int planted = 0;
        Map<String, Long> kinds = new LinkedHashMap<>();
        for (int four = 0; four < streets; four += 4) {
            List<Told> told = live(trial, dice, operations);
            for (Told street : told) {
                done += street.history().size();
                planted += check(street, found);
                street.history().forEach(op -> kinds.merge(op.did().getClass().getSimpleName(), 1L, Long::sum));
            }
            order.progress().accept("%d streets, %d operations".formatted(four + 4, done));
            if (!found.isEmpty()) break;
        }
        if (planted == 0) found.add("no history had a read to make stale, so the checker was not seen to work");
        found.addAll(new Audit(trial.archive()).ofTheLog(trial.told(), List.of()));
        found.addAll(trial.sender().faults());
        figures.put("streets", streets);
        figures.put("clients on a street", CLIENTS);
        figures.put("operations", done);
        figures.put("  of them", kinds);
        figures.put("histories with a stale read planted, rejected", planted);
        figures.put("answers", trial.sender().answers());
        return new Report(name(), figures, found);
    }

    private record Told(Street first, List<Operation> history) {}

    /// Four streets at once, so that neither service is idle.
    private static List<Told> live(Trial trial, Random dice, int operations)
            throws InterruptedException, ExecutionException {
        List<List<LinearClient>> streets = new ArrayList<>();
        List<Street> first = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 4; i++) {
                List<V5C> vehicles = trial.vehicles(VEHICLES);
                Papers papers = new Papers(vehicles);
                first.add(Street.of(vehicles.stream()
                        .collect(Collectors.toMap(
                                V5C::vehicleId, v5c -> new Street.Paper(v5c.mark(), v5c.reference())))));
                streets.add(IntStream.range(0, CLIENTS)
                        .mapToObj(number -> new LinearClient(trial, papers, number, dice.nextLong()))
                        .toList());
            }
            List<Future<?>> living = new ArrayList<>();
            streets.forEach(
                    clients -> clients.forEach(client -> living.add(threads.submit(() -> client.live(operations)))));
            for (Future<?> life : living) life.get();
        }
        return IntStream.range(0, 4)
                .mapToObj(i -> new Told(
                        first.get(i),
                        streets.get(i).stream()
                                .flatMap(client -> client.history.stream())
                                .sorted(Comparator.comparingLong(Operation::invoked))
                                .toList()))
                .toList();
    }

    /// Whether the history is right, and how many wrong ones made of it were rejected.
    private static int check(Told street, List<String> found) {
        if (!Linearizability.holds(street.first(), street.history()))
            found.add("no order explains what was told: " + street.history());
        Optional<List<Operation>> stale = Planted.staleRead(street.history());
        if (stale.isEmpty()) return 0;
        if (Linearizability.holds(street.first(), stale.get())) found.add("a planted stale read was taken as right");
        return 1;
    }
}
