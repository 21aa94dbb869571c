package uk.vehicleregister.eventstore.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.eventstore.TestDatabase;

/// An export that holds a snapshot for long. A counter row that every append updates falls to a fifth by then.
class HeldSnapshotTest {

    /// Appends in transactions of their own, within the server and without waiting for its disk: what is measured is
    /// the
    /// work of the append itself. Answers milliseconds.
    private static final String APPENDS = """
            do $$
            declare
                begun timestamptz := clock_timestamp();
            begin
                set synchronous_commit = off;
                for i in 1 .. %d loop
                    perform log.append(false, 1, '{1}', '{t}', array[gen_random_uuid()], array['s-' || gen_random_uuid()], '{0}',
                        '{Noted}', '{1}', '{"{}"}', '{"{}"}', '{0}', '{}', '{}', '{}', '{}', '{}', '{}', '{0}', '{}', '{}', '{}',
                        '{0}', '{}', '{}', '{}', '{}', '{}');
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

            export.setAutoCommit(false);
            export.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            statement.execute("select count(*) from log.event");
            millisFor(writing, 5_000);
            double meanwhile = millisFor(writing, 1_500);
            export.rollback();

            assertThat(meanwhile).isLessThan(before * 3);
            assertThat(new EventLogReader(database.query()).lastPosition()).isEqualTo(8_499);
        }
    }

    private static double millisFor(Connection connection, int appends) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(APPENDS.formatted(appends));
            try (ResultSet row = statement.executeQuery("select current_setting('test.millis')")) {
                row.next();
                return row.getDouble(1);
            }
        }
    }
}
