package uk.vehicleregister.query.replay;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import uk.vehicleregister.eventstore.log.EventLogReader;
import uk.vehicleregister.eventstore.log.LogUnavailableException;
import uk.vehicleregister.query.projection.Projection;
import uk.vehicleregister.query.projection.Replay;
import uk.vehicleregister.query.projection.UnreadableEventException;
import uk.vehicleregister.query.rebuild.Fold;
import uk.vehicleregister.query.replay.Replayed.ReadModel;
import uk.vehicleregister.query.replay.Replayed.Table;
import uk.vehicleregister.query.seal.Published;
import uk.vehicleregister.query.seal.SealedLog;
import uk.vehicleregister.transparencylog.note.Checkpoint;

/// Builds read models from the log into shadow schemas of its own, which it drops in the end, and compares them row by
/// row with the live ones or with what another replay wrote. The service goes on meanwhile and notices nothing.
public final class ReadModelReplay implements AutoCloseable {

    private static final String ENDS_AT =
            "select coalesce(max(position), -1) from log.event where position <= ? and transaction_end";

    /// Told how many events there are to fold, and how many have been.
    public interface Progress {
        void folded(long events, long ofEvents);
    }

    private final AnnotationConfigApplicationContext context;
    private final DataSource dataSource;
    private final EventLogReader log;
    private final SealedLog sealed;
    private final Map<String, Projection> projections = new TreeMap<>();

    private ReadModelReplay(AnnotationConfigApplicationContext context) {
        this.context = context;
        dataSource = context.getBean(DataSource.class);
        log = context.getBean(EventLogReader.class);
        sealed = context.getBean(SealedLog.class);
        for (Projection projection : context.getBeansOfType(Projection.class).values())
            if (projection.isDisposable()) projections.put(projection.name(), projection);
    }

    /// Throws what Spring throws when the database cannot be reached.
    public static ReadModelReplay open(Login login) {
        return new ReadModelReplay(ReplayContext.open(login));
    }

    /// The read models that can be built from the log.
    public Set<String> names() {
        return projections.keySet();
    }

    /// The newest checkpoint the log publishes.
    public Optional<Checkpoint> checkpoint() {
        return sealed.latest().map(Published::checkpoint);
    }

    /// Throws [UnusableOrderException] for what cannot be done, and [ReplayRefusedException] when the log cannot be
    /// folded or is not the one that was sealed.
    public Replayed run(Order order, Progress progress) {
        List<Projection> chosen = chosen(order.projections());
        Long end = end(order, chosen);
        long common = end != null ? end : common(chosen);
        Checkpoint latest = checkpoint().orElse(null);
        List<Checkpoint> known = new ArrayList<>(order.known());
        if (latest != null) known.add(latest);
        LogTree tree = new LogTree(known);
        List<ReadModel> models;
        try (PassingShadows shadows = new PassingShadows(dataSource, chosen)) {
            fold(shadows.all(), -1, common, tree, position -> progress.folded(position + 1, common + 1));
            if (order.others() != null || !order.live()) models = alone(shadows.all(), common, order);
            else models = besideLive(shadows.all(), common, end != null, tree, order);
        }
        models.sort(Comparator.comparing(ReadModel::projection));
        return new Replayed(
                latest == null ? null : latest.origin(), tree.size(), tree.root(), tree.sealed(latest, sealed), models);
    }

    private List<ReadModel> alone(List<Fold.Into> shadows, long position, Order order) {
        List<ReadModel> models = new ArrayList<>();
        for (Fold.Into into : shadows) models.add(model(into, position, null, null, order));
        return models;
    }

    /// Each as far as its live one is at that moment, unless an end was given: then only those are compared that are
    /// there and no further.
    private List<ReadModel> besideLive(List<Fold.Into> shadows, long common, boolean ends, LogTree tree, Order order) {
        List<ReadModel> models = new ArrayList<>();
        List<Projection> all = shadows.stream().map(Fold.Into::projection).toList();
        try (LiveRows live = new LiveRows(dataSource, all)) {
            List<Fold.Into> inTurn = shadows.stream()
                    .sorted(Comparator.comparingLong(into -> live.position(into.projection())))
                    .toList();
            for (Fold.Into into : inTurn) {
                long there = live.position(into.projection());
                if (ends) {
                    models.add(model(into, common, there, there == common ? live : null, order));
                    continue;
                }
                if (there < common)
                    throw new UnusableOrderException("The live "
                            + into.projection().name() + " went back while it was replayed; is its token being reset?");
                fold(List.of(into), common, there, tree, _ -> {});
                models.add(model(into, there, there, live, order));
            }
        }
        return models;
    }

    private ReadModel model(Fold.Into into, long position, @Nullable Long there, @Nullable LiveRows live, Order order) {
        List<Table> tables = new ArrayList<>();
        for (String table : into.projection().tables())
            tables.add(table(into.shadow().schema(), table, position, live, order));
        return new ReadModel(into.projection().name(), position, there, tables);
    }

    private Table table(String schema, String table, long position, @Nullable LiveRows live, Order order) {
        Columns columns = Columns.of(schema, table, JdbcClient.create(dataSource));
        String head = columns.head(position);
        Path out = order.out() == null ? null : RowFile.in(order.out(), table);
        try (@Nullable RowFile others = order.others() == null ? null : RowFile.open(order.others(), table, head);
                @Nullable CopiedRows rows = others != null || live == null ? null : live.of(columns);
                Connection connection = dataSource.getConnection();
                CopiedRows shadow = new CopiedRows(connection, columns.copy(schema));
                WrittenRows replayed = new WrittenRows(shadow, head, out)) {
            Rows there = others != null ? others : rows;
            Comparison comparison = there == null ? null : Comparison.of(columns, there, replayed, order.most());
            if (there == null) replayed.readToTheEnd();
            return new Table(table, replayed.count(), replayed.sha256(), comparison);
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("The database cannot be used", e);
        }
    }

    private void fold(
            List<Fold.Into> into, long after, long target, LogTree tree, java.util.function.LongConsumer progress) {
        try {
            new Fold(log, context.getBean(Replay.class), context.getBean(PlatformTransactionManager.class))
                    .run(into, after, target, tree::add, progress);
        } catch (ReplayRefusedException
                | LogUnavailableException
                | TransactionException
                | NonTransientDataAccessResourceException e) {
            throw e;
        } catch (UnreadableEventException e) {
            throw new ReplayRefusedException(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            throw new ReplayRefusedException("the log cannot be folded into rows beyond the first " + tree.size()
                    + " events at most (" + e.getClass().getSimpleName() + ")");
        }
    }

    private List<Projection> chosen(Set<String> names) {
        Set<String> unknown = new TreeSet<>(names);
        unknown.removeAll(projections.keySet());
        if (!unknown.isEmpty())
            throw new UnusableOrderException("There is no read model " + String.join(", ", unknown)
                    + " that can be built from the log; there are " + String.join(", ", projections.keySet()));
        return projections.values().stream()
                .filter(projection -> names.isEmpty() || names.contains(projection.name()))
                .toList();
    }

    /// Where the replay is to end, if that is not where the live rows are: always between two transactions.
    private @Nullable Long end(Order order, List<Projection> chosen) {
        Long asked = order.toPosition();
        if (asked == null && order.toTime() != null)
            asked = log.lastPositionBefore(order.toTime().plusNanos(1000));
        if (asked == null && order.others() != null)
            try (RowFile others =
                    RowFile.open(order.others(), chosen.getFirst().tables().getFirst())) {
                asked = others.position();
            }
        if (asked == null) return order.live() ? null : Long.valueOf(log.lastPosition());
        long last = log.lastPosition();
        if (asked > last) throw new UnusableOrderException("The log ends at position " + last);
        return JdbcClient.create(dataSource)
                .sql(ENDS_AT)
                .param(asked)
                .query(Long.class)
                .single();
    }

    /// How far all of the live ones are, at the least.
    private long common(List<Projection> chosen) {
        Map<String, Long> positions = JdbcClient.create(dataSource)
                .sql("select processor_name, position from read.projection_token where segment = 0")
                .query((row, _) -> Map.entry(row.getString(1), row.getLong(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return chosen.stream()
                .mapToLong(projection -> positions.getOrDefault(projection.name(), -1L))
                .min()
                .orElse(-1);
    }

    @Override
    public void close() {
        context.close();
    }
}
