package uk.vehicleregister.benchmarks.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import uk.vehicleregister.benchmarks.cluster.Service.Kind;

/// Whether the figures are those of a register that works: what was acknowledged is in the log once, the log has no
/// holes, and the read model is the fold of the log.
final class Check {

    private Check() {}

    /// A sentence for each thing that does not hold between what was acknowledged and the log.
    static List<String> ofLog(Stage stage) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection log = stage.superuser("register").getConnection()) {
            equal("vehicles registered", stage.ledger().vehicles(), events(log, "VehicleRegistered"), found);
            equal("keeper changes", stage.ledger().sales(), events(log, "KeeperChanged"), found);
            equal(
                    "keeper changes by different transactions",
                    stage.ledger().sales(),
                    number(
                            log,
                            "select count(distinct metadata->>'transactionId') from log.event"
                                    + " where type = 'KeeperChanged'"),
                    found);
            long events = number(log, "select count(*) from log.event");
            equal(
                    "positions up to",
                    events - 1,
                    number(log, "select coalesce(max(position), -1) from log.event"),
                    found);
            equal("streams with a gap in their versions", 0, number(log, """
                    select count(*) from (select min(version) as first, max(version) - count(*) + 1 as gap
                                            from log.event group by stream) as s where first <> 0 or gap <> 0"""), found);
        }
        return found;
    }

    /// The same between the log and the read model, once that has taken in all of it.
    static List<String> ofReadModel(Stage stage) throws Exception {
        List<String> found = new ArrayList<>();
        stage.runOnly(EnumSet.of(Kind.QUERY));
        stage.awaitReadModels();
        try (Connection log = stage.superuser("register").getConnection()) {
            NaiveFold fold = NaiveFold.of(log);
            equal("rows of the enquiry", fold.rows(), number(log, "select count(*) from read.vehicle_enquiry"), found);
            equal("digest of the enquiry's rows", fold.digest(), digest(log), found);
            equal(
                    "V5Cs printed",
                    events(log, "V5CIssued"),
                    number(log, "select count(*) from read.printed_document where type = 'V5C'"),
                    found);
        }
        return found;
    }

    static void equal(String what, long expected, long actual, List<String> found) {
        if (expected != actual) found.add(what + ": " + expected + " expected, " + actual + " found");
    }

    private static long events(Connection log, String type) throws SQLException {
        try (PreparedStatement select = log.prepareStatement("select count(*) from log.event where type = ?")) {
            select.setString(1, type);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static long number(Connection log, String question) throws SQLException {
        try (Statement statement = log.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static long digest(Connection log) throws SQLException {
        long digest = 0;
        log.setAutoCommit(false); // only then are rows fetched in parts
        try (Statement statement = log.createStatement()) {
            statement.setFetchSize(5_000);
            try (ResultSet row = statement.executeQuery("""
                    select vehicle_id, registration_mark, make, colour, date_of_first_registration, exported,
                           last_v5c_issued_on from read.vehicle_enquiry""")) {
                while (row.next()) {
                    List<String> texts = new ArrayList<>();
                    for (int i = 1; i <= 7; i++) texts.add(String.valueOf(row.getString(i)));
                    digest += NaiveFold.digest(texts);
                }
            }
        } finally {
            log.setAutoCommit(true);
        }
        return digest;
    }
}
