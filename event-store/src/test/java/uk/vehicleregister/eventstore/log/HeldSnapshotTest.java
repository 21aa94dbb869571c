package uk.vehicleregister.eventstore.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.eventstore.TestDatabase;

/// An export that holds a snapshot for long. A counter row that every append updates falls to a fifth by then.
class HeldSnapshotTest {

    private static final String ONE = """
            log.append(false, 1, '{1}', '{t}', array[gen_random_uuid()], array['s-' || gen_random_uuid()], '{0}', '{Noted}',
                '{1}', '{"{}"}', '{"{}"}', '{0}', '{}', '{}', '{}', '{}', '{}', '{}', '{0}', '{}', '{}', '{}', '{0}', '{}', '{}',
                '{}', '{}', '{}')""";

    /// Appends in transactions of their own, within the server and without waiting for its disk: what is measured
    /// is the work of the append itself. Answers milliseconds.
    private static final String APPENDS = """
            do $$
            declare
                begun timestamptz := clock_timestamp();
            begin
                set synchronous_commit = off;
                for i in 1 .. %1$d loop
                    perform %2$s;
                    commit;
                end loop;
                perform set_config('test.millis', (extract(epoch from clock_timestamp() - begun) * 1000)::text, false);
            end $$""";

    @Test
    void append_throughput_does_not_fall_while_a_long_snapshot_is_held() throws Exception {
        try (TestDatabase database = TestDatabase.fresh();
                Connection writing = database.command().getConnection();
                Connection export = database.query().getConnection();
                Statement statement = export.createStatement()) {
            millisFor(writing, 500);
            double before = millisFor(writing, 1_500);
            int pagesBefore = pagesForOne(writing);

            export.setAutoCommit(false);
            export.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            statement.execute("select count(*) from log.event");
            millisFor(writing, 5_000);
            double meanwhile = millisFor(writing, 1_500);
            int pagesMeanwhile = pagesForOne(writing);
            export.rollback();

            assertThat(meanwhile).isLessThan(before * 3);
            assertThat(pagesMeanwhile).isLessThan(pagesBefore + 15);
            assertThat(new EventLogReader(database.query()).lastPosition()).isEqualTo(8_501);
        }
    }

    private static double millisFor(Connection connection, int appends) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(APPENDS.formatted(appends, ONE));
            try (ResultSet row = statement.executeQuery("select current_setting('test.millis')")) {
                row.next();
                return row.getDouble(1);
            }
        }
    }

    /// How many pages an append looks at, which does not depend on what else the machine does.
    private static int pagesForOne(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("explain (analyze, buffers, format json) select " + ONE)) {
            row.next();
            Matcher hits = Pattern.compile("\"Shared Hit Blocks\": (\\d+)").matcher(row.getString(1));
            assertThat(hits.find()).isTrue();
            return Integer.parseInt(hits.group(1));
        }
    }
}
