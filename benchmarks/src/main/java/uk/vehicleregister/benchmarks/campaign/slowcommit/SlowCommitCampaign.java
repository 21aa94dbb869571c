package uk.vehicleregister.benchmarks.campaign.slowcommit;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.postgresql.ds.PGSimpleDataSource;
import uk.vehicleregister.benchmarks.campaign.Campaign;
import uk.vehicleregister.benchmarks.campaign.Form;
import uk.vehicleregister.benchmarks.campaign.Report;
import uk.vehicleregister.eventstore.log.Append;
import uk.vehicleregister.eventstore.log.EventLogReader;
import uk.vehicleregister.eventstore.log.EventLogWriter;
import uk.vehicleregister.eventstore.log.LogBusyException;
import uk.vehicleregister.eventstore.log.NewEvent;
import uk.vehicleregister.eventstore.log.RecordedEvent;
import uk.vehicleregister.program.postgres.RegisterDatabase;

/// The case in which Axon's stock engines lose events (design.md 2): one transaction takes position 1 and is slow,
/// another takes 2 and commits, and a projector starts when 2 is older than the gap timeout. It passes over the gap
/// for good.
public final class SlowCommitCampaign implements Campaign {

    private static final String EARLY = "early";
    private static final String LATE = "late";

    @Override
    public String name() {
        return "slow-commit";
    }

    @Override
    public String claim() {
        return "An event whose transaction commits late is never delivered by the stock JDBC engine of Axon 4.13, and"
                + " always by ours.";
    }

    @Override
    public Report run(Order order) throws Exception {
        try (RegisterDatabase database = RegisterDatabase.open(order.directory())) {
            return on(database, order);
        }
    }

    public Report on(RegisterDatabase database, Order order) throws Exception {
        Duration gapTimeout = order.form() == Form.SHORT ? Duration.ofMillis(500) : Duration.ofSeconds(60);
        List<String> stock = stock(owner(database), gapTimeout);
        List<String> ours = ours(command(database), gapTimeout);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("gap timeout of the stock engine, ms", gapTimeout.toMillis());
        figures.put("delivered by the stock engine", stock);
        figures.put("delivered by ours", ours);
        return new Report(name(), figures, violations(stock, ours));
    }

    static List<String> violations(List<String> stock, List<String> ours) {
        List<String> found = new ArrayList<>();
        if (!stock.equals(List.of(LATE)))
            found.add("the stock engine was to lose the early event, and it delivered " + stock);
        if (!ours.equals(List.of(EARLY, LATE)) && !ours.equals(List.of(LATE, EARLY)))
            found.add("ours was to deliver both events once, and it delivered " + ours);
        return found;
    }

    private static List<String> stock(PGSimpleDataSource database, Duration gapTimeout) throws Exception {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create schema stock");
        }
        database.setCurrentSchema("stock");
        SlowCommits slow = new SlowCommits(database);
        JdbcEventStorageEngine engine = StockEngine.on(database, gapTimeout);
        StockEngine.createTables(engine);
        JdbcEventStorageEngine stalled = StockEngine.on(slow.dataSource(), gapTimeout);
        CompletableFuture<Void> early =
                CompletableFuture.runAsync(() -> StockEngine.append(stalled, EARLY), Thread::startVirtualThread);
        slow.awaitDone();
        StockEngine.append(engine, LATE);
        LockSupport.parkNanos(gapTimeout.plusMillis(200).toNanos());
        Follower projector = new Follower(engine);
        projector.readOn();
        slow.letGo();
        early.join();
        projector.readOn();
        projector.readOn();
        return projector.delivered();
    }

    private static List<String> ours(PGSimpleDataSource database, Duration gapTimeout) throws Exception {
        SlowCommits slow = new SlowCommits(database);
        EventLogReader reader = new EventLogReader(database);
        List<RecordedEvent> delivered = new ArrayList<>();
        long since = reader.lastPosition();
        try (EventLogWriter stalled = new EventLogWriter(slow.dataSource());
                EventLogWriter writer = new EventLogWriter(database)) {
            CompletableFuture<Void> early =
                    CompletableFuture.runAsync(() -> stalled.append(event(EARLY)), Thread::startVirtualThread);
            slow.awaitDone();
            boolean late = appended(writer);
            LockSupport.parkNanos(gapTimeout.plusMillis(200).toNanos());
            readOn(reader, since, delivered);
            slow.letGo();
            early.join();
            while (!late) late = appended(writer);
        }
        readOn(reader, since, delivered);
        return delivered.stream().map(RecordedEvent::type).toList();
    }

    /// False when the log's lock was not to be had: nothing was recorded, and the sender comes again.
    private static boolean appended(EventLogWriter writer) {
        try {
            writer.append(event(LATE));
            return true;
        } catch (LogBusyException busy) {
            return false;
        }
    }

    private static Append event(String name) {
        return Append.of(List.of(new NewEvent(UUID.randomUUID(), "slow-" + name, 0, name, "1", "{}", "{}")));
    }

    private static void readOn(EventLogReader reader, long since, List<RecordedEvent> delivered) {
        delivered.addAll(
                reader.after(delivered.isEmpty() ? since : delivered.getLast().position(), 100));
    }

    private static PGSimpleDataSource owner(RegisterDatabase database) {
        return source(database, database.owner());
    }

    private static PGSimpleDataSource command(RegisterDatabase database) {
        return source(database, database.command());
    }

    private static PGSimpleDataSource source(RegisterDatabase database, RegisterDatabase.Login login) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(database.url());
        source.setUser(login.user());
        source.setPassword(login.password());
        return source;
    }
}
