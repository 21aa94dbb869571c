package uk.vehicleregister.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.vehicleregister.query.RunningService;

/// How a projection's rows are found, whatever the database has counted.
class RowSessionsTest {

    private final RunningService service = RunningService.shared();
    private final TransactionTemplate transaction =
            new TransactionTemplate(service.bean(PlatformTransactionManager.class));
    private final RowSessions sessions = service.bean(RowSessions.class);

    @Test
    void a_plan_made_while_the_table_was_empty_and_kept_uses_the_key() {
        String kept = "execute kept(" + times(200, n -> "'" + n + "'") + ")";
        transaction.executeWithoutResult(all -> {
            all.setRollbackOnly();
            sessions.use(rows -> rows.doWork(connection -> {
                fresh(connection);
                try (Statement statement = connection.createStatement()) {
                    statement.execute("prepare kept(" + times(200, _ -> "text") + ") as select * from grown"
                            + " where vehicle_id in (" + times(200, n -> "$" + n) + ")");
                    statement.execute("analyze grown");
                    statement.execute("set local plan_cache_mode = force_generic_plan");
                    statement.execute(kept);
                }
                grow(connection);
                assertThat(plan(connection, kept)).contains("$1", "Index").doesNotContain("Seq Scan");
            }));
        });
    }

    @Test
    void many_rows_of_a_table_that_was_never_counted_are_found_by_their_keys() {
        transaction.executeWithoutResult(all -> {
            all.setRollbackOnly();
            sessions.use(rows -> rows.doWork(connection -> {
                fresh(connection);
                grow(connection);
                String ids =
                        IntStream.range(0, 200).mapToObj(i -> "'" + i + "'").collect(Collectors.joining(","));
                assertThat(plan(connection, "select * from grown where vehicle_id in (" + ids + ")"))
                        .contains("Index")
                        .doesNotContain("Seq Scan");
            }));
        });
    }

    private static String times(int count, IntFunction<String> text) {
        return IntStream.rangeClosed(1, count).mapToObj(text).collect(Collectors.joining(","));
    }

    private static void fresh(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create temporary table grown (like keepership including indexes) on commit drop");
        }
    }

    private static void grow(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("insert into grown (vehicle_id, known_from, effective_from, recorded_from, position,"
                    + " keeper_type) select n, n, '2020-01-01', now(), n, 'TRADE' from generate_series(1, 5000) n");
        }
    }

    private static String plan(Connection connection, String query) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("explain " + query)) {
            while (row.next()) lines.add(row.getString(1));
        }
        return String.join("\n", lines);
    }
}
