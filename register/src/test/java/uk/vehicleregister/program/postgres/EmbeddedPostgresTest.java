package uk.vehicleregister.program.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import uk.vehicleregister.program.SecretFile;

class EmbeddedPostgresTest {

    @TempDir
    Path directory;

    @Test
    void it_is_durable_keeps_its_data_and_takes_over_from_a_server_left_behind() throws Exception {
        EmbeddedPostgres first = start();
        assertThat(ask(
                        first,
                        "select current_setting('fsync') || current_setting('synchronous_commit')"
                                + " || current_setting('full_page_writes') || current_setting('server_encoding')"))
                .isEqualTo("onononUTF8");
        assertThat(ask(first, "select current_setting('listen_addresses')")).isEqualTo("127.0.0.1");
        assertThatThrownBy(() -> source(first, "guessed").getConnection()).isInstanceOf(SQLException.class);
        order(first, "create table kept (value text)");
        order(first, "insert into kept values ('through a clean end')");
        first.close();

        EmbeddedPostgres orphan = start();
        order(orphan, "insert into kept values ('through a kill')");
        // not closed: as after kill -9 of the program, its server still runs

        try (EmbeddedPostgres second = start()) {
            assertThat(ask(second, "select string_agg(value, ', ' order by value) from kept"))
                    .isEqualTo("through a clean end, through a kill");
        }
    }

    /// The services that run beside it look for it where it was.
    @Test
    void it_comes_back_on_its_port_also_when_a_process_of_the_killed_one_lives_on_for_a_while() throws Exception {
        EmbeddedPostgres first = start();
        long postmaster = Long.parseLong(Files.readAllLines(directory.resolve("postgresql/data/postmaster.pid"))
                .getFirst()
                .strip());
        Connection straggler = source(first, secrets().superuser()).getConnection();
        String process = one(straggler, "select pg_backend_pid()");
        signal("STOP", process);
        try {
            ProcessHandle.of(postmaster).orElseThrow().destroyForcibly();
            CompletableFuture<EmbeddedPostgres> again = CompletableFuture.supplyAsync(this::startAgain);
            Path log = directory.resolve("logs/postgresql.log");
            Awaitility.await().until(() -> Files.readString(log).contains("is still in use"));
            signal("KILL", process);
            try (EmbeddedPostgres second = again.join()) {
                assertThat(second.port()).isEqualTo(first.port());
            }
        } finally {
            signal("KILL", process);
        }
    }

    private EmbeddedPostgres startAgain() {
        try {
            return start();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void signal(String name, String process) throws Exception {
        new ProcessBuilder("kill", "-" + name, process).start().waitFor();
    }

    @Test
    void a_number_left_by_a_dead_server_that_is_now_another_process_does_no_harm() throws Exception {
        EmbeddedPostgres first = start();
        first.close();
        // not this process: PostgreSQL passes over its own parent by itself
        Process stranger = new ProcessBuilder("sleep", "60").start();
        try {
            Files.writeString(directory.resolve("postgresql/data/postmaster.pid"), stranger.pid() + "\n");
            try (EmbeddedPostgres second = start()) {
                assertThat(ask(second, "select 'it runs'")).isEqualTo("it runs");
            }
            assertThat(stranger.isAlive()).as("the stranger is left alone").isTrue();
        } finally {
            stranger.destroy();
        }
    }

    @Test
    void secrets_are_readable_by_their_owner_only_and_stay_the_same() throws Exception {
        Path secrets = SecretFile.directory(directory.resolve("secrets"));
        DatabaseSecrets drawn = DatabaseSecrets.in(secrets);

        assertThat(DatabaseSecrets.in(secrets)).isEqualTo(drawn);
        assertThat(drawn.command()).isNotEqualTo(drawn.query()).hasSize(32);
        assertThat(drawn).hasToString("DatabaseSecrets[***]");
        assertThat(Files.getPosixFilePermissions(secrets.resolve("database.properties")))
                .hasSize(2);
    }

    private EmbeddedPostgres start() throws Exception {
        Path logs = SecretFile.directory(directory.resolve("logs"));
        return EmbeddedPostgres.start(directory.resolve("postgresql"), logs, secrets());
    }

    private DatabaseSecrets secrets() throws Exception {
        return DatabaseSecrets.in(SecretFile.directory(directory.resolve("secrets")));
    }

    private PGSimpleDataSource source(EmbeddedPostgres server, String password) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(server.url("postgres"));
        source.setUser(EmbeddedPostgres.SUPERUSER);
        source.setPassword(password);
        return source;
    }

    private String ask(EmbeddedPostgres server, String question) throws Exception {
        try (Connection connection = source(server, secrets().superuser()).getConnection()) {
            return one(connection, question);
        }
    }

    private static String one(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getString(1);
        }
    }

    private void order(EmbeddedPostgres server, String order) throws Exception {
        try (Connection connection = source(server, secrets().superuser()).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(order);
        }
    }
}
