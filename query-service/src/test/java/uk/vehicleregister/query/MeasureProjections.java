package uk.vehicleregister.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import uk.vehicleregister.eventstore.log.Append;
import uk.vehicleregister.eventstore.log.NewEvent;
import uk.vehicleregister.kernel.event.EventCatalogue;
import uk.vehicleregister.kernel.event.EventJson;
import uk.vehicleregister.kernel.event.Fact;
import uk.vehicleregister.kernel.event.V5CIssued;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.paper.Credential;
import uk.vehicleregister.kernel.sealing.SealedKeeper;
import uk.vehicleregister.kernel.vehicle.VehicleId;
import uk.vehicleregister.query.projection.Positions;
import uk.vehicleregister.query.projection.Projection;
import uk.vehicleregister.query.projection.Projections;
import uk.vehicleregister.query.rebuild.Rebuild;
import uk.vehicleregister.query.replay.Login;
import uk.vehicleregister.query.replay.Order;
import uk.vehicleregister.query.replay.ReadModelReplay;
import uk.vehicleregister.query.replay.Replayed;

/// How many events a second the projections take in: all together while a fleet is imported, then each alone from the
/// log. A program, not a test: run it by hand, `vehicles` as the first argument.
public final class MeasureProjections {

    private static final int AT_ONCE = 300;

    public static void main(String[] arguments) throws Exception {
        int vehicles = arguments.length == 0 ? 100_000 : Integer.parseInt(arguments[0]);
        try (RunningService service = RunningService.fresh()) {
            SealedKeeper keeper = TestVehicle.person(service.log);
            Credential credential = service.log.credential("11111111111");
            TestVehicle warm = TestVehicle.registeredOn("2010-03-01");
            service.log.append(warm.registered(keeper));

            long start = System.nanoTime();
            for (int from = 0; from < vehicles; from += AT_ONCE)
                append(service, from, Math.min(vehicles, from + AT_ONCE), keeper, credential);
            long last = service.log.lastPosition();
            System.out.printf("RATE written %,d events in %.1f s%n", last + 1, seconds(start));
            Positions positions = service.bean(Positions.class);
            List<Projection> projections = service.bean(Projections.class).all();
            for (Projection projection : projections) {
                while (!positions.await(List.of(projection.name()), last, java.time.Duration.ofSeconds(60))) continue;
                System.out.printf("RATE %s there after %.1f s%n", projection.name(), seconds(start));
            }
            System.out.printf(
                    "RATE all together %,.0f events/s; CPU here %.1f s, in the database %.1f s%n",
                    last / seconds(start), cpuSeconds(), databaseSeconds());
            for (Projection projection : projections) {
                long alone = System.nanoTime();
                double cpu = cpuSeconds();
                double database = databaseSeconds();
                service.bean(Rebuild.class).run(projection, _ -> {});
                System.out.printf(
                        "RATE rebuild of %s: %.1f s, CPU here %.1f s, in the database %.1f s; %,.0f events/s%n",
                        projection.name(),
                        seconds(alone),
                        cpuSeconds() - cpu,
                        databaseSeconds() - database,
                        last / seconds(alone));
            }
            Login login =
                    new Login(service.database.url(), service.database.queryUser(), service.database.queryPassword());
            try (ReadModelReplay replay = ReadModelReplay.open(login)) {
                for (int round = 0; round < 3; round++) replayed(replay, Set.of("vehicle-enquiry"));
                replayed(replay, Set.of());
            }
        }
        System.exit(0);
    }

    /// With the tree over the events and the comparison.
    private static void replayed(ReadModelReplay replay, Set<String> projections) {
        long start = System.nanoTime();
        double cpu = cpuSeconds();
        double[] folded = new double[1];
        Replayed replayed = replay.run(Order.ofLive(projections, 10), (_, _) -> folded[0] = seconds(start));
        System.out.printf(
                "RATE replay of %s: %,d events folded in %.1f s, compared after %.1f s, %d differences; CPU here %.1f s; %,.0f events/s%n",
                projections.isEmpty() ? "all" : projections,
                replayed.size(),
                folded[0],
                seconds(start),
                replayed.differences(),
                cpuSeconds() - cpu,
                replayed.size() / seconds(start));
    }

    private static void append(RunningService service, int from, int to, SealedKeeper keeper, Credential credential) {
        List<NewEvent> events = new ArrayList<>();
        IntStream.range(from, to).forEach(n -> {
            TestVehicle vehicle = new TestVehicle(
                    new VehicleId(UUID.randomUUID().toString().replace("-", "").substring(0, 22)),
                    new RegistrationMark("M" + n),
                    java.time.LocalDate.parse("2010-03-01").plusDays(n % 3000));
            String metadata = EventJson.write(
                    Map.of("transactionId", UUID.randomUUID().toString(), "role", "registrar", "actor", "pseudonym"));
            for (Fact fact : List.of(
                    vehicle.registered(keeper),
                    vehicle.issued(),
                    new V5CIssued(vehicle.id(), vehicle.mark(), credential, vehicle.firstRegistered())))
                events.add(new NewEvent(
                        UUID.randomUUID(),
                        fact.stream(),
                        fact instanceof V5CIssued ? 1 : 0,
                        EventCatalogue.nameOf(fact.getClass()),
                        EventCatalogue.revisionOf(fact.getClass()),
                        EventJson.write(fact),
                        metadata));
        });
        service.log.writer().append(Append.of(events));
    }

    private static double cpuSeconds() {
        return ((com.sun.management.OperatingSystemMXBean)
                                java.lang.management.ManagementFactory.getOperatingSystemMXBean())
                        .getProcessCpuTime()
                / 1e9;
    }

    /// Of the connections to this database, where /proc can be read; a hundredth of a second is a tick.
    private static double databaseSeconds() throws java.io.IOException {
        double ticks = 0;
        try (var processes = java.nio.file.Files.list(java.nio.file.Path.of("/proc"))) {
            for (var process : processes
                    .filter(p -> p.getFileName().toString().matches("[0-9]+"))
                    .toList())
                try {
                    if (!java.nio.file.Files.readString(process.resolve("cmdline"))
                            .contains("query_service fresh_")) continue;
                    String[] stat = java.nio.file.Files.readString(process.resolve("stat"))
                            .replaceAll(".*\\)", "")
                            .trim()
                            .split(" ");
                    ticks += Long.parseLong(stat[11]) + Long.parseLong(stat[12]);
                } catch (java.io.IOException e) {
                    continue; // it has ended
                }
        }
        return ticks / 100;
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
