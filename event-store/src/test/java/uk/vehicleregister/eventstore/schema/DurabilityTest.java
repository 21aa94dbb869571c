package uk.vehicleregister.eventstore.schema;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import uk.vehicleregister.eventstore.TestDatabase;
import uk.vehicleregister.eventstore.log.EventLogWriter;

/// No start on a server that would lose what it confirmed.
class DurabilityTest {

    @Test
    void a_server_without_durable_commits_is_refused() throws IOException, SQLException {
        try (EmbeddedPostgres careless = EmbeddedPostgres.builder()
                        .setServerConfig("full_page_writes", "off")
                        .setServerConfig("synchronous_commit", "off")
                        .setLocaleConfig("locale", "C")
                        .start();
                Connection connection = careless.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> Durability.demand(careless.getPostgresDatabase()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContainingAll("fsync=off", "full_page_writes=off", "synchronous_commit=off");

            statement.execute("create database plain encoding 'SQL_ASCII' template template0");
            assertThatThrownBy(() -> Durability.demand(careless.getDatabase("postgres", "plain")))
                    .hasMessageContaining("server_encoding=SQL_ASCII");
        }
    }

    @Test
    void a_writer_whose_own_session_would_not_wait_for_the_disk_does_not_start() {
        try (TestDatabase database = TestDatabase.fresh()) {
            assertThatCode(() -> Durability.demand(database.command())).doesNotThrowAnyException();

            PGSimpleDataSource hasty = new PGSimpleDataSource();
            hasty.setUrl(database.url());
            hasty.setUser(database.commandUser());
            hasty.setOptions("-c synchronous_commit=off");
            assertThatThrownBy(() -> new EventLogWriter(hasty))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("synchronous_commit=off");
        }
    }

    @Test
    void migrating_again_changes_nothing() {
        try (TestDatabase database = TestDatabase.fresh()) {
            assertThatCode(() -> LogSchema.migrate(database.owner())).doesNotThrowAnyException();
        }
    }
}
