package uk.vehicleregister.eventstore.schema;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/// The log's tables, functions and roles in schema `log`, brought up to date by Flyway as their owner.
public final class LogSchema {

    private LogSchema() {}

    /// Brings the schema up to date; the login must own the database (or may create in it) and may create roles, or
    /// find `register_command`, `register_query`, `register_key_eraser`, `register_sealer` and `register_discloser`
    /// there.
    public static void migrate(DataSource owner) {
        Flyway.configure(LogSchema.class.getClassLoader())
                .dataSource(owner)
                .schemas("log")
                .defaultSchema("log")
                .locations("classpath:eventstore/migration")
                .load()
                .migrate();
    }
}
