package uk.vehicleregister.benchmarks.bench;

import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;
import uk.vehicleregister.benchmarks.cluster.Cluster;
import uk.vehicleregister.command.CommandService;
import uk.vehicleregister.command.desk.CommandDesk;
import uk.vehicleregister.command.desk.Outcome;
import uk.vehicleregister.command.desk.SentRequest;
import uk.vehicleregister.command.desk.Submission;
import uk.vehicleregister.command.web.CommandRequest;
import uk.vehicleregister.command.web.Entrance;
import uk.vehicleregister.command.web.Form;
import uk.vehicleregister.eventstore.axon.CachedStream;
import uk.vehicleregister.eventstore.axon.StreamCache;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.kernel.event.MarkFact;
import uk.vehicleregister.kernel.event.VehicleFact;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.vehicle.VehicleId;
import uk.vehicleregister.program.postgres.RegisterDatabase.Login;

/// The command service in this process. Commands are read from their forms beforehand and handed to the desk as the
/// endpoint does, with an idempotency key each; from there on everything is as it is in production.
final class CommandsInProcess implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String NAME = "keeper-changes";
    private static final String CLIENT = Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[16]);

    private static final int AT_ONCE = 500;

    /// What the cache counts for a car's mark, for its streams as such, and for the sale to come.
    private static final int WITH_EACH_CAR = 5;

    private final ConfigurableApplicationContext context;
    private final CommandDesk desk;
    private final StreamCache cache;
    private final Form<?> form;
    private final Ledger ledger;

    CommandsInProcess(Cluster cluster, Ledger ledger) {
        this.context = CommandService.start(properties(cluster));
        this.desk = context.getBean(CommandDesk.class);
        this.cache = context.getBean(StreamCache.class);
        this.form = context.getBeansOfType(Entrance.class).values().stream()
                .filter(entrance -> entrance.name().equals(NAME))
                .map(Form.class::cast)
                .findFirst()
                .orElseThrow();
        this.ledger = ledger;
    }

    private static Map<String, Object> properties(Cluster cluster) {
        Login login = cluster.database().command();
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("register.database.url", cluster.database().url());
        properties.put("register.database.user", login.user());
        properties.put("register.database.password", login.password());
        properties.put(
                "register.keys.directory", cluster.directory().resolve("keys").toString());
        properties.put("register.keys.create", false);
        properties.put("register.payments", "demo");
        properties.put("register.issuer", cluster.issuerAddress());
        properties.put("register.lapse", "off");
        properties.put("server.address", "127.0.0.1");
        properties.put("server.port", 0);
        properties.put("spring.main.register-shutdown-hook", false);
        return properties;
    }

    /// Each car is sold once; whoever finds none left stops.
    Load.Clients sales(List<Car> cars, String today) {
        List<Object> commands = new ArrayList<>(cars.size());
        for (Car car : cars) commands.add(command(car, today));
        AtomicInteger next = new AtomicInteger();
        return _ -> (Load.Client) () -> {
            int mine = next.getAndIncrement();
            if (mine >= commands.size()) return false;
            Outcome outcome = desk.submit(commands.get(mine), submission());
            if (!(outcome instanceof Outcome.Done done))
                throw new IllegalStateException(
                        "a sale was answered " + outcome.getClass().getSimpleName());
            cars.get(mine).soldAt(done.transaction().position());
            ledger.sold();
            return true;
        };
    }

    private Object command(Car car, String today) {
        return new CommandRequest(JSON.readTree(car.sale(today)), CommandsInProcess::submission).read(form);
    }

    private static Submission submission() {
        byte[] key = new byte[16];
        ThreadLocalRandom.current().nextBytes(key);
        return new Submission(
                CLIENT,
                Role.CITIZEN,
                new Submission.RequestKey(key, key),
                UUID.randomUUID(),
                null,
                NAME,
                SentRequest.NOT_KEPT,
                null);
    }

    /// As after use: their streams are in the cache. Answers as many of them as fit well, for what is pushed out again
    /// before its turn is not hot.
    List<Car> warm(List<Car> cars) {
        long events = 0;
        int fit = 0;
        while (fit < cars.size()) {
            List<Car> more = cars.subList(fit, Math.min(cars.size(), fit + AT_ONCE));
            for (CachedStream stream : cache.load(vehicles(more)).values())
                events += stream.payloads().size() + WITH_EACH_CAR;
            if (events > cache.maxEvents() * 3 / 4) break;
            fit += more.size();
        }
        return cars.subList(0, fit);
    }

    /// As after a start: nothing is in the cache. Also keeps it from filling up with what is not used again.
    void forget(List<Car> cars) {
        cache.evict(vehicles(cars));
        cache.evict(marks(cars));
    }

    private List<String> vehicles(List<Car> cars) {
        List<String> vehicles = new ArrayList<>(cars.size());
        for (CachedStream mark : cache.load(marks(cars)).values())
            if (!mark.payloads().isEmpty()
                    && ((MarkFact) mark.payloads().getLast()).carrier() instanceof VehicleId vehicle)
                vehicles.add(VehicleFact.streamOf(vehicle));
        return vehicles;
    }

    private static List<String> marks(List<Car> cars) {
        return cars.stream()
                .map(car -> MarkFact.streamOf(new RegistrationMark(car.mark())))
                .toList();
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
