package uk.vehicleregister.benchmarks.campaign.trial;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import uk.vehicleregister.benchmarks.cluster.Cluster;
import uk.vehicleregister.benchmarks.cluster.Service;
import uk.vehicleregister.benchmarks.cluster.Service.Kind;
import uk.vehicleregister.benchmarks.wire.Wire;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.program.Stopped;
import uk.vehicleregister.program.client.Http;
import uk.vehicleregister.program.client.Tokens;

/// A register to try things on: PostgreSQL, a command and a query service, and some vehicles.
public final class MotTrial implements AutoCloseable {

    private static final Duration LOADED_WITHIN = Duration.ofMinutes(5);

    private final Cluster cluster;
    private final Service command;
    private final Service query;
    private final Books books;
    private final Http http = new Http(Duration.ofSeconds(60));
    private final String operator;
    private final List<String> marks;
    private final AtomicLong numbers = new AtomicLong();
    private final CommandLedger ledger = new CommandLedger();
    private final Set<String> toldOf = new HashSet<>();
    private long settled = -1;

    private MotTrial(Cluster cluster, int vehicles, Map<String, String> settings) throws IOException, SQLException {
        this.cluster = cluster;
        command = cluster.service(Kind.COMMAND, usual -> with(usual, settings));
        query = cluster.service(Kind.QUERY);
        command.launch();
        query.launch();
        command.awaitReady();
        query.awaitReady();
        books = new Books(cluster.database());
        operator = authorised(Role.OPERATOR);
        try (Wire wire = wire()) {
            marks = Vehicles.load(wire, authorised(Role.REGISTRAR), vehicles);
        }
        if (!awaitProjected(LOADED_WITHIN)) throw Stopped.unreachable("The read models do not take the vehicles in.");
    }

    public static MotTrial open(Path directory, int vehicles) throws IOException, SQLException {
        return open(directory, vehicles, Map.of());
    }

    /// @param settings of the command service, where they are not the usual ones
    public static MotTrial open(Path directory, int vehicles, Map<String, String> settings)
            throws IOException, SQLException {
        Cluster cluster = Cluster.start(directory);
        try {
            return new MotTrial(cluster, vehicles, settings);
        } catch (IOException | SQLException | RuntimeException failed) {
            cluster.close();
            throw failed;
        }
    }

    private static Map<String, String> with(Map<String, String> usual, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(usual);
        all.putAll(settings);
        return all;
    }

    private String authorised(Role role) throws IOException {
        return "Authorization: Bearer " + new Tokens(http, cluster.issuerAddress(), role).current() + "\r\n";
    }

    public Cluster cluster() {
        return cluster;
    }

    public Service command() {
        return command;
    }

    public Service query() {
        return query;
    }

    /// What was told of every command so far.
    public CommandLedger ledger() {
        return ledger;
    }

    public Books books() {
        return books;
    }

    public List<String> marks() {
        return List.copyOf(marks);
    }

    /// The next command, each about another vehicle until all have had their turn.
    public MotTest next() {
        return command(numbers.getAndIncrement());
    }

    private MotTest command(long number) {
        return new MotTest(number, marks.get((int) (number % marks.size())));
    }

    /// A line to the command service.
    public Wire wire() {
        return new Wire(command.address(), Duration.ofSeconds(60));
    }

    /// Sends it once and notes what its sender was told.
    public Sent send(MotTest command, Wire wire) {
        long start = System.nanoTime();
        Told told;
        try {
            String headers = operator + "Idempotency-Key: " + command.idempotencyKey() + "\r\n";
            told = Told.by(wire.send("/v1/mot-results", headers, command.body()));
        } catch (IOException noAnswer) {
            told = new Told.Unknown();
        }
        ledger.note(command, told);
        return new Sent(told, System.nanoTime() - start);
    }

    /// What came of one try, and the nanoseconds it took.
    public record Sent(Told told, long nanos) {

        public boolean isRecorded() {
            return told instanceof Told.Recorded;
        }

        public boolean isUnknown() {
            return told instanceof Told.Unknown;
        }

        public boolean saysNothingRecorded() {
            return told instanceof Told.NothingRecorded;
        }
    }

    /// For runs of so many commands that they cannot all be remembered: what was told up to now has been
    /// compared, and is looked at no more. Nobody may be sending meanwhile.
    public void forgetWhatIsSettled() throws SQLException {
        settled = books.logEnd();
        ledger.forget();
    }

    /// Compares with the log; then sends again, under the same keys, whatever is not known to be recorded, and compares
    /// once more: by then all of it must be there, once. Says each violation once.
    public List<String> settle(Duration atMost) throws SQLException {
        return settle(atMost, CommandLedger::open);
    }

    /// The same, but what was refused with the word that nothing was recorded is left at that.
    public List<String> settleUnclear(Duration atMost) throws SQLException {
        return settle(atMost, CommandLedger::unclear);
    }

    private List<String> settle(Duration atMost, Function<CommandLedger, List<Long>> open) throws SQLException {
        List<String> found = new ArrayList<>(ledger.violations(books.commandsAfter(settled)));
        long until = System.nanoTime() + atMost.toNanos();
        try (Wire wire = wire()) {
            for (long number : open.apply(ledger))
                while (!send(command(number), wire).isRecorded() && System.nanoTime() - until < 0)
                    LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        open.apply(ledger).forEach(number -> found.add("command " + number + " cannot be brought to an end"));
        found.addAll(ledger.violations(books.commandsAfter(settled)));
        found.addAll(books.gaps());
        return found.stream().filter(toldOf::add).toList();
    }

    /// Whether the read models came to the log's present end in that time.
    public boolean awaitProjected(Duration atMost) throws SQLException {
        long end = books.logEnd();
        return Await.within(atMost, () -> books.projected() >= end);
    }

    /// Builds every read model anew and names those that come out otherwise. Nobody may be sending meanwhile.
    public List<String> unlikeTheirFold(Duration atMost) throws SQLException, IOException {
        if (!awaitProjected(atMost)) return List.of("the read models do not catch up within " + atMost);
        try (Wire wire = new Wire(query.address(), Duration.ofSeconds(60))) {
            return new ReadModelsAnew(books, wire, operator).unlike(atMost);
        }
    }

    @Override
    public void close() {
        http.close();
        books.close();
        cluster.close();
    }
}
