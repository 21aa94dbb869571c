package uk.vehicleregister.query;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
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

/// How long the histories and the search of the audit trail take over HTTP on a register of many events, one client
/// asking after the other. A program, not a test: run it by hand, `events` as the first argument.
public final class MeasureHistories {

    private static final int AT_ONCE = 100;
    private static final int EVENTS_EACH = 10;
    private static final int WARM = 500;
    private static final int ASKED = 3_000;
    private static final LocalDate FIRST = LocalDate.parse("2010-03-01");

    public static void main(String[] arguments) throws Exception {
        int vehicles = (arguments.length == 0 ? 1_000_000 : Integer.parseInt(arguments[0])) / EVENTS_EACH;
        Path key = Files.createTempDirectory("sealing").resolve("log.key");
        try (RunningService service = RunningService.with(Map.of(
                "register.seal.key",
                key.toString(),
                "register.log.origin",
                "register.example/log",
                "register.keys.create",
                "true"))) {
            Instant began = Instant.now();
            List<SealedKeeper> keepers = new ArrayList<>();
            for (int i = 0; i < 20; i++) keepers.add(TestVehicle.person(service.log));
            Credential credential = service.log.credential("11111111111");
            service.log.append(TestVehicle.registeredOn("2010-03-01").registered(keepers.getFirst()));
            for (int from = 0; from < vehicles; from += AT_ONCE)
                append(service, from, Math.min(vehicles, from + AT_ONCE), keepers, credential);
            long last = service.log.lastPosition();
            for (Projection projection : service.bean(Projections.class).all())
                while (!service.bean(Positions.class).await(List.of(projection.name()), last, Duration.ofSeconds(60)))
                    continue;
            System.out.printf(
                    "MEASURED %,d events written and taken in after %d s%n",
                    last + 1, Duration.between(began, Instant.now()).toSeconds());
            Instant ended = Instant.now();
            Random random = new Random(1);
            long seconds = Duration.between(began, ended).toSeconds();
            String token = service.token("auditor");
            Function<Integer, String> asOf = n -> ",\"effectiveAt\":\"%s\",\"recordedAt\":\"%s\""
                    .formatted(
                            FIRST.plusDays(random.nextInt(6000)),
                            ended.minusSeconds(random.nextLong(Math.max(1, seconds / 4))));
            floor(service);
            measure(service, token, "/v1/vehicle-history", n -> "{\"vehicleId\":\"" + id(random, vehicles) + "\"}");
            measure(
                    service,
                    token,
                    "/v1/vehicle-history",
                    n -> "{\"vehicleId\":\"%s\"%s}".formatted(id(random, vehicles), asOf.apply(n)));
            measure(
                    service,
                    token,
                    "/v1/vehicle-history",
                    n -> "{\"registrationMark\":\"%s\"%s}".formatted(mark(random.nextInt(vehicles)), asOf.apply(n)));
            measure(
                    service,
                    token,
                    "/v1/keeper-history",
                    n -> "{\"vehicleId\":\"%s\"%s}".formatted(id(random, vehicles), asOf.apply(n)));
            measure(
                    service,
                    token,
                    "/v1/mark-history",
                    n -> "{\"registrationMark\":\"%s\"%s}".formatted(mark(random.nextInt(vehicles)), asOf.apply(n)));
            measure(
                    service,
                    token,
                    "/v1/audit-trail/search",
                    n -> "{\"vehicleId\":\"%s\"}".formatted(id(random, vehicles)));
            measure(
                    service,
                    token,
                    "/v1/audit-trail/search",
                    n -> "{\"actor\":\"pseudonym-%d\",\"after\":%d,\"limit\":20}"
                            .formatted(random.nextInt(50), random.nextLong(last)));
            while (service.get("/v1/log/checkpoint").status() != 200
                    || sealed(service.get("/v1/log/checkpoint").text()) <= last) Thread.sleep(500);
            measure(
                    service,
                    token,
                    "/v1/vehicle-history",
                    n -> "{\"vehicleId\":\"%s\"%s,\"proof\":true}".formatted(id(random, vehicles), asOf.apply(n)));
            floor(service);
        }
        System.exit(0);
    }

    private static long sealed(String note) {
        return Long.parseLong(note.split("\n")[1]);
    }

    /// What the same way there and back takes with next to nothing to do: everything else is to be read beside it.
    private static void floor(RunningService service) {
        timed("floor, GET /v1/log/position", _ -> service.get("/v1/log/position"));
    }

    private static void measure(RunningService service, String token, String path, Function<Integer, String> question) {
        String shape = question.apply(0).replaceAll("\"(:\"?[^,}]*)", "\"");
        timed(path + " " + shape, n -> service.post(path, question.apply(n), "Authorization", "Bearer " + token));
    }

    private static void timed(String name, Function<Integer, RunningService.Answer> call) {
        double[] millis = new double[ASKED];
        int refused = 0;
        for (int n = -WARM; n < ASKED; n++) {
            long start = System.nanoTime();
            RunningService.Answer answer = call.apply(n);
            if (n < 0) continue;
            millis[n] = (System.nanoTime() - start) / 1e6;
            if (answer.status() != 200) refused++;
        }
        Arrays.sort(millis);
        System.out.printf(
                "MEASURED %s: p50 %.1f ms, p99 %.1f ms, most %.1f ms; %d of %d were not 200%n",
                name, millis[ASKED / 2], millis[ASKED * 99 / 100], millis[ASKED - 1], refused, ASKED);
    }

    private static String mark(int n) {
        int letters = n / 100;
        return "CD%02d%c%c%c".formatted(n % 100, 'A' + letters / 676 % 26, 'A' + letters / 26 % 26, 'A' + letters % 26);
    }

    private static String id(Random random, int vehicles) {
        return id(random.nextInt(vehicles));
    }

    private static String id(int n) {
        return "v-%08x".formatted(n * 0x9E3779B1);
    }

    /// Of each vehicle: its first registration, two sales, one told late, and a date corrected; with the papers.
    private static void append(
            RunningService service, int from, int to, List<SealedKeeper> keepers, Credential credential) {
        List<Append> appends = new ArrayList<>();
        long base = service.log.lastPosition() + 1;
        for (int n = from; n < to; n++) {
            TestVehicle vehicle =
                    new TestVehicle(new VehicleId(id(n)), new RegistrationMark(mark(n)), FIRST.plusDays(n % 3000));
            String metadata = EventJson.write(Map.of(
                    "transactionId", UUID.randomUUID().toString(), "role", "dealer", "actor", "pseudonym-" + n % 50));
            long first = base + (long) (n - from) * EVENTS_EACH;
            V5CIssued paper = new V5CIssued(vehicle.id(), vehicle.mark(), credential, vehicle.firstRegistered());
            String sale = vehicle.firstRegistered().plusDays(700).toString();
            List<NewEvent> events = new ArrayList<>();
            long version = 0;
            for (Fact fact : List.of(
                    vehicle.registered(keepers.get(n % 20)),
                    paper,
                    vehicle.issued(),
                    vehicle.sold(keepers.get((n + 1) % 20), sale),
                    paper,
                    vehicle.sold(
                            keepers.get((n + 2) % 20),
                            vehicle.firstRegistered().plusDays(300).toString()),
                    paper,
                    vehicle.taxed(sale, vehicle.firstRegistered().plusDays(1064).toString()),
                    vehicle.corrected(
                            first + 3,
                            null,
                            vehicle.firstRegistered().plusDays(710).toString()),
                    paper))
                events.add(new NewEvent(
                        UUID.randomUUID(),
                        fact.stream(),
                        fact.stream().startsWith("vehicle-") ? version++ : 0,
                        EventCatalogue.nameOf(fact.getClass()),
                        EventCatalogue.revisionOf(fact.getClass()),
                        EventJson.write(fact),
                        metadata));
            appends.add(Append.of(events));
        }
        service.log.writer().appendAll(appends);
    }
}
