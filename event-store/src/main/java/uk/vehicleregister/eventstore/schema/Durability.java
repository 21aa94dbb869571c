package uk.vehicleregister.eventstore.schema;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import uk.vehicleregister.eventstore.log.LogUnavailableException;

/// A commit that was answered must survive a power cut: refuses a server that is not set up for that (design.md 2).
public final class Durability {

    private static final String SETTINGS = """
            select current_setting('fsync'), current_setting('full_page_writes'),
                   current_setting('synchronous_commit'), current_setting('server_encoding')""";

    private Durability() {}

    /// Throws IllegalStateException naming every setting that would lose or spoil records.
    public static void demand(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            demand(connection);
        } catch (SQLException e) {
            throw new LogUnavailableException("The database cannot be reached", e);
        }
    }

    /// The same for one session, which may have settings of its own.
    public static void demand(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(SETTINGS)) {
            row.next();
            List<String> faults = new ArrayList<>();
            if (row.getString(1).equals("off")) faults.add("fsync=off");
            if (row.getString(2).equals("off")) faults.add("full_page_writes=off");
            if (row.getString(3).equals("off")) faults.add("synchronous_commit=off");
            if (!row.getString(4).equals("UTF8")) faults.add("server_encoding=" + row.getString(4));
            if (!faults.isEmpty())
                throw new IllegalStateException(
                        "The database would not keep what it confirms: " + String.join(", ", faults));
        }
    }
}
