package uk.vehicleregister.benchmarks.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import uk.vehicleregister.benchmarks.cluster.FreePorts;
import uk.vehicleregister.benchmarks.cluster.Service.Kind;
import uk.vehicleregister.benchmarks.wire.Wire;

/// T7: the public enquiry, each for another vehicle, against a hello of the same server.
final class Enquiries implements Measurement {

    static final String OURS = "enquiries";
    private static final String ROW = "row by key";
    private static final int CLIENTS = 32;

    @Override
    public Set<Goal> goals() {
        return EnumSet.of(Goal.T7);
    }

    @Override
    public List<Result> measure(Stage stage) throws Exception {
        stage.runOnly(EnumSet.of(Kind.QUERY));
        stage.awaitReadModels();
        Rounds all = rounds(stage);
        String figures = Figures.perSecond(all, OURS) + "; floor E, a row by its key, "
                + Figures.whole(all.figure(ROW).median()) + "/s";
        return List.of(Result.of(Goal.T7, all, all.toFloor(OURS), figures));
    }

    /// With a query service running.
    static Rounds rounds(Stage stage) throws Exception {
        EnquiryClient client = new EnquiryClient(stage);
        try (Hello hello = Hello.start(stage.order().directory(), FreePorts.one());
                Connections connections = new Connections(stage.superuser("register"))) {
            Load.run(CLIENTS, stage.form().warmUp().dividedBy(2), hello.greetings());
            Load.run(CLIENTS, stage.form().warmUp().dividedBy(2), of(client, stage));
            Load.run(CLIENTS, stage.form().turn(), stage.floors().rowsByKey(connections));
            List<Round> rounds = new ArrayList<>();
            for (int i = 1; i <= stage.form().rounds(); i++) {
                double before = perSecond(stage, hello.greetings());
                double ours = perSecond(stage, of(client, stage));
                double rows = perSecond(stage, stage.floors().rowsByKey(connections));
                double after = perSecond(stage, hello.greetings());
                rounds.add(new Round(before, Map.of(OURS, ours, ROW, rows), after));
                stage.tell(Figures.line("enquiries, round " + i, rounds.getLast()));
            }
            return new Rounds(rounds);
        }
    }

    private static double perSecond(Stage stage, Load.Clients clients) throws Exception {
        return Load.run(CLIENTS, stage.form().turn(), clients).perSecond();
    }

    private static Load.Clients of(EnquiryClient client, Stage stage) {
        List<Car> cars = stage.allCars();
        return _ -> new Load.Client() {

            private final Wire wire = new Wire(stage.port(Kind.QUERY));

            @Override
            public boolean once() throws IOException {
                Car car = cars.get(ThreadLocalRandom.current().nextInt(cars.size()));
                client.ask(car.mark(), wire);
                return true;
            }

            @Override
            public void close() throws IOException {
                wire.close();
            }
        };
    }
}
