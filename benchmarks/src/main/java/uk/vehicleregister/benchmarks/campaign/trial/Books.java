package uk.vehicleregister.benchmarks.campaign.trial;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import uk.vehicleregister.program.postgres.RegisterDatabase;

/// The database as its superuser sees it: what there is to compare with, and a hand for faults.
public final class Books implements AutoCloseable {

    /// The stream of what is written into the log by hand.
    public static final String APART = "by-hand";

    private static final String COMMANDS =
            "select position, metadata->>'transactionId', payload->>'testedOn', payload->>'expiresOn' from log.event"
                    + " where type = 'MotPassed' and stream <> '" + APART + "' and position > ? order by position";
    private static final String GAPS = "select 'positions: ' || count(*) || ' events end at ' || max(position)"
            + " from log.event having max(position) + 1 <> count(*) union all"
            + " select 'versions of a stream: ' || count(*) || ' events end at ' || max(version)"
            + " from log.event group by stream having max(version) + 1 <> count(*)";

    /// All that projections write, but their own books.
    private static final String TABLES = "select table_name from information_schema.tables where table_schema = 'read'"
            + " and table_name not in ('api_key', 'flyway_schema_history', 'mail_start', 'mail_outbox')"
            + " and table_name not like 'projection%' order by 1";

    private static final int PAGE = 5_000;

    private final HikariDataSource database;

    Books(RegisterDatabase register) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(register.url());
        config.setUsername(register.superuser().user());
        config.setPassword(register.superuser().password());
        config.setMaximumPoolSize(6);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(5_000);
        database = new HikariDataSource(config);
    }

    public Connection connect() throws SQLException {
        return database.getConnection();
    }

    public void execute(String... orders) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String order : orders) statement.execute(order);
        }
    }

    /// The first column of each row.
    public List<String> rows(String question) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            List<String> rows = new ArrayList<>();
            while (row.next()) rows.add(row.getString(1));
            return rows;
        }
    }

    public long number(String question) throws SQLException {
        return Long.parseLong(rows(question).getFirst());
    }

    public long logEnd() throws SQLException {
        return number("select coalesce(max(position), -1) from log.event");
    }

    /// How far the hindmost projection has come.
    public long projected() throws SQLException {
        return number("select coalesce(min(position), -1) from read.projection_token where segment = 0");
    }

    /// What came of the commands recorded after this position, by their numbers; page by page, for it may be much.
    Map<Long, List<CommandLedger.Entry>> commandsAfter(long position) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(COMMANDS)) {
            connection.setAutoCommit(false);
            statement.setFetchSize(PAGE);
            statement.setLong(1, position);
            Map<Long, List<CommandLedger.Entry>> commands = new HashMap<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next())
                    commands.computeIfAbsent(
                                    MotTest.numberOf(
                                            LocalDate.parse(row.getString(3)), LocalDate.parse(row.getString(4))),
                                    _ -> new ArrayList<>(1))
                            .add(new CommandLedger.Entry(row.getLong(1), row.getString(2)));
            }
            connection.rollback();
            return commands;
        }
    }

    /// Positions and versions that do not follow each other.
    List<String> gaps() throws SQLException {
        return rows(GAPS);
    }

    /// A digest of each table of the read models.
    public Map<String, String> readModels() throws SQLException {
        Map<String, String> digests = new TreeMap<>();
        for (String table : rows(TABLES))
            digests.put(
                    table,
                    rows("select count(*) || ' rows ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '')"
                                    + " from read." + table + " t")
                            .getFirst());
        return digests;
    }

    @Override
    public void close() {
        database.close();
    }
}
