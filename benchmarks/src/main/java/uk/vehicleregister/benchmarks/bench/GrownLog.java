package uk.vehicleregister.benchmarks.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// Makes a log long without taking days over it: copies of the registrations in it, each with names of its own, and of
/// their rows in the enquiry. The other read models do not get the copies, and nobody asks for these there.
final class GrownLog {

    private static final String EVENTS = """
            insert into log.event (position, version, recorded_at, event_id, transaction_end, stream, type, revision,
                                   payload, metadata)
            select l.last + row_number() over (order by e.position), e.version, l.at, gen_random_uuid(),
                   e.transaction_end, e.stream || '.' || %1$d, e.type, e.revision,
                   replace(replace(e.payload::text,
                           '"vehicleId":"' || (e.payload->>'vehicleId') || '"',
                           '"vehicleId":"' || (e.payload->>'vehicleId') || '.' || %1$d || '"'),
                           '"mark":"' || (e.payload->>'mark') || '"',
                           '"mark":"' || (e.payload->>'mark') || '.' || %1$d || '"')::json,
                   e.metadata
              from log.event e, (select max(position) as last, max(recorded_at) as at from log.event) l
             where e.position < %2$d""";

    private GrownLog() {}

    /// Answers how many events there are then. No service may be running.
    static long grow(Stage stage, int copies) throws SQLException {
        try (Connection connection = stage.superuser("register").getConnection();
                Statement statement = connection.createStatement()) {
            long loaded = 3 * stage.ledger().vehicles();
            for (int copy = 1; copy <= copies; copy++) {
                statement.execute(EVENTS.formatted(copy, loaded));
                statement.execute("create temporary table copied as select * from read.vehicle_enquiry"
                        + " where position('.' in vehicle_id) = 0");
                statement.execute("update copied set vehicle_id = vehicle_id || '." + copy
                        + "', registration_mark = registration_mark || '." + copy + "'");
                statement.execute("insert into read.vehicle_enquiry select * from copied");
                statement.execute("drop table copied");
                if (copy % 10 == 0) stage.tell("growth: " + copy + " of " + copies);
            }
            statement.execute("analyze");
            long events = count(statement);
            statement.execute("update read.projection_token set token = regexp_replace(token, '\"globalIndex\":[0-9]+',"
                    + " '\"globalIndex\":" + (events - 1) + "')");
            return events;
        }
    }

    private static long count(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("select count(*) from log.event")) {
            row.next();
            return row.getLong(1);
        }
    }
}
