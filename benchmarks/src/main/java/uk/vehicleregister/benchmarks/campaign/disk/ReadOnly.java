package uk.vehicleregister.benchmarks.campaign.disk;

import java.sql.SQLException;
import uk.vehicleregister.benchmarks.campaign.trial.Books;

/// The database takes no transaction that writes, as one that became a standby.
record ReadOnly(Books books) implements Outage {

    private static final String CUT = "select pg_terminate_backend(pid) from pg_stat_activity"
            + " where datname = current_database() and pid <> pg_backend_pid()";

    @Override
    public String name() {
        return "read-only";
    }

    @Override
    public String reason() {
        return "read-only";
    }

    @Override
    public void begin() throws SQLException {
        books.execute("alter database register set default_transaction_read_only = on", CUT);
    }

    @Override
    public void end() throws SQLException {
        // this very connection would be read-only too
        books.execute(
                "set default_transaction_read_only = off",
                "alter database register set default_transaction_read_only = off",
                CUT);
    }
}
