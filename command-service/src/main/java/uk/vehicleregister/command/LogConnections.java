package uk.vehicleregister.command;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.eventstore.schema.Durability;
import uk.vehicleregister.eventstore.schema.LogSchema;

/// Connections to the log: one for its writer, a bounded pool for reading. They are no Spring beans of their own,
/// so that nothing finds a data source and wraps commands in a transaction.
final class LogConnections implements AutoCloseable {

    private static final int READERS = 12;
    private static final int WAIT_MILLIS = 2_000;

    /// Seconds. A server that is silent for so long is taken for lost, as the writer takes it.
    private static final String SILENCE = "10";

    /// A new version of the schema may have to go through all of a table.
    private static final String SILENCE_IN_MIGRATION = "0";

    private final HikariDataSource readers;
    private final HikariDataSource writer;
    private final @Nullable HikariDataSource eraser;

    private LogConnections(HikariDataSource readers, HikariDataSource writer, @Nullable HikariDataSource eraser) {
        this.readers = readers;
        this.writer = writer;
        this.eraser = eraser;
    }

    static LogConnections open(RegisterProperties.Database database) {
        if (database.ownerUser() != null) {
            try (HikariDataSource owner = pool(
                    "owner", database.url(), database.ownerUser(), database.ownerPassword(), 2, SILENCE_IN_MIGRATION)) {
                LogSchema.migrate(owner);
            }
        }
        HikariDataSource readers =
                pool("log-readers", database.url(), database.user(), database.password(), READERS, SILENCE);
        Durability.demand(readers);
        HikariDataSource writer = pool("log-writer", database.url(), database.user(), database.password(), 2, SILENCE);
        return new LogConnections(readers, writer, eraser(database));
    }

    private static @Nullable HikariDataSource eraser(RegisterProperties.Database database) {
        String user = database.eraserUser();
        return user == null || user.isEmpty()
                ? null
                : pool("key-eraser", database.url(), user, database.eraserPassword(), 2, SILENCE);
    }

    DataSource readers() {
        return readers;
    }

    DataSource writer() {
        return writer;
    }

    /// Null where this service has no login that may destroy keys.
    @Nullable
    DataSource eraser() {
        return eraser;
    }

    @Override
    public void close() {
        if (eraser != null) eraser.close();
        writer.close();
        readers.close();
    }

    private static HikariDataSource pool(
            String name, String url, String user, @Nullable String password, int size, String silence) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(WAIT_MILLIS);
        config.addDataSourceProperty("connectTimeout", "3");
        config.addDataSourceProperty("socketTimeout", silence);
        // Error details quote stream names, and a mark's stream is named after it.
        config.addDataSourceProperty("logServerErrorDetail", "false");
        config.addDataSourceProperty("ApplicationName", "register-command");
        return new HikariDataSource(config);
    }
}
