package uk.vehicleregister.program.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import uk.vehicleregister.eventstore.schema.Durability;
import uk.vehicleregister.eventstore.schema.LogSchema;
import uk.vehicleregister.program.SecretFile;
import uk.vehicleregister.program.Stopped;

/// The register's database on the embedded server, with its logins: an owner for the schema, one login for each
/// service, one that destroys keys, one for the sealer, one that records who looked and one for an auditor. None of the
/// seven is a superuser.
public final class RegisterDatabase implements AutoCloseable {

    /// A login of the database.
    public record Login(String user, String password) {
        @Override
        public String toString() {
            return "Login[" + user + "]";
        }
    }

    private static final String DATABASE = "register";
    private static final String AUDITOR = "register_auditor_login";

    private final EmbeddedPostgres server;
    private final DatabaseSecrets secrets;

    private RegisterDatabase(EmbeddedPostgres server, DatabaseSecrets secrets) {
        this.server = server;
        this.secrets = secrets;
    }

    /// Starts the server under the data directory and makes what is not there yet: database, schema of the log,
    /// logins.
    public static RegisterDatabase open(Path data) throws IOException {
        DatabaseSecrets secrets = DatabaseSecrets.in(SecretFile.directory(data.resolve("secrets")));
        Path logs = SecretFile.directory(data.resolve("logs"));
        EmbeddedPostgres server = EmbeddedPostgres.start(data.resolve("postgresql"), logs, secrets);
        RegisterDatabase database = new RegisterDatabase(server, secrets);
        try {
            database.prepare();
            return database;
        } catch (SQLException failed) {
            server.close();
            throw Stopped.unreachable("The embedded database cannot be prepared: " + failed.getMessage() + " (see "
                    + logs.resolve("postgresql.log") + ")");
        } catch (RuntimeException failed) {
            server.close();
            throw failed;
        }
    }

    private void prepare() throws SQLException {
        try (Connection connection = superuser("postgres").getConnection()) {
            login(connection, owner(), "CREATEROLE");
            if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", DATABASE)) {
                execute(connection, "CREATE DATABASE " + DATABASE + " OWNER " + owner().user());
                execute(connection, "REVOKE ALL ON DATABASE " + DATABASE + " FROM PUBLIC");
            }
        }
        LogSchema.migrate(source(DATABASE, owner()));
        try (Connection connection = superuser(DATABASE).getConnection()) {
            login(connection, command(), "IN ROLE register_command");
            login(connection, query(), "IN ROLE register_query");
            login(connection, eraser(), "IN ROLE register_key_eraser");
            login(connection, sealer(), "IN ROLE register_sealer");
            login(connection, discloser(), "IN ROLE register_discloser");
            login(connection, auditor(), "");
            execute(connection, "GRANT CONNECT ON DATABASE " + DATABASE + " TO " + sealer().user());
            execute(
                    connection,
                    "GRANT CONNECT ON DATABASE " + DATABASE + " TO "
                            + discloser().user());
            execute(
                    connection,
                    "GRANT CONNECT ON DATABASE " + DATABASE + " TO " + command().user());
            execute(connection, "GRANT CONNECT ON DATABASE " + DATABASE + " TO " + eraser().user());
            execute(connection, "GRANT CONNECT, CREATE, TEMPORARY ON DATABASE " + DATABASE + " TO " + query().user());
        }
        try (Connection connection = superuser(DATABASE).getConnection()) {
            boolean served = exists(connection, "SELECT 1 FROM pg_namespace WHERE nspname = ?", "read");
            for (String right :
                    AuditorsRights.on(DATABASE, query().user(), auditor().user(), served)) execute(connection, right);
            for (String table : AuditorsRights.NOT_READ_MODELS)
                if (exists(connection, "SELECT 1 FROM pg_tables WHERE schemaname = 'read' AND tablename = ?", table))
                    execute(connection, AuditorsRights.notOn(table, auditor().user()));
        }
        Durability.demand(source(DATABASE, owner()));
    }

    private static void login(Connection connection, Login login, String rights) throws SQLException {
        if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", login.user())) {
            // no parameters in CREATE ROLE; the password is of the URL-safe letters only
            execute(connection, "CREATE ROLE " + login.user() + " LOGIN PASSWORD '" + login.password() + "' " + rights);
        }
    }

    private static boolean exists(Connection connection, String question, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setString(1, name);
            try (ResultSet found = statement.executeQuery()) {
                return found.next();
            }
        }
    }

    private static void execute(Connection connection, String order) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(order);
        }
    }

    public String url() {
        return server.url(DATABASE);
    }

    public Login owner() {
        return new Login("register_owner_login", secrets.owner());
    }

    public Login command() {
        return new Login("register_command_login", secrets.command());
    }

    /// Destroys keys, and nothing else.
    public Login eraser() {
        return new Login("register_eraser_login", secrets.eraser());
    }

    public Login query() {
        return new Login("register_query_login", secrets.query());
    }

    public Login sealer() {
        return new Login("register_sealer_login", secrets.sealer());
    }

    /// Records who looked, and nothing else.
    public Login discloser() {
        return new Login("register_discloser_login", secrets.discloser());
    }

    /// Reads the log and the read models, and makes schemas of its own; what `bin/register replay` connects as.
    public Login auditor() {
        return new Login(AUDITOR, secrets.auditor());
    }

    /// Where the server of this data directory listens when it runs, and the auditor's login. Starts nothing; throws
    /// IOException where there is no such server.
    public static Reachable reachable(Path data) throws IOException {
        return new Reachable(
                "jdbc:postgresql://127.0.0.1:" + EmbeddedPostgres.portIn(data.resolve("postgresql")) + "/" + DATABASE,
                new Login(AUDITOR, DatabaseSecrets.auditorsIn(data.resolve("secrets"))));
    }

    /// A database somebody else runs.
    public record Reachable(String url, Login auditor) {}

    /// Only for those who look after the server itself; no service is given it.
    public Login superuser() {
        return new Login(EmbeddedPostgres.SUPERUSER, secrets.superuser());
    }

    private DataSource superuser(String database) {
        return source(database, superuser());
    }

    private DataSource source(String database, Login login) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(server.url(database));
        source.setUser(login.user());
        source.setPassword(login.password());
        return source;
    }

    @Override
    public void close() {
        server.close();
    }
}
