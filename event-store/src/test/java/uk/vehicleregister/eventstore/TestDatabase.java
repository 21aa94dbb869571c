package uk.vehicleregister.eventstore;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import uk.vehicleregister.eventstore.schema.LogSchema;

/// A migrated database of its own on the JVM's one real PostgreSQL, with a login for each side. Close it to give
/// its connections back.
public final class TestDatabase implements AutoCloseable {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String TEMPLATE = "log_template";
    private static boolean templateIsReady;

    private final String name;
    private final HikariDataSource owner;
    private final HikariDataSource command;
    private final HikariDataSource query;
    private final HikariDataSource eraser;
    private final HikariDataSource sealer;
    private final HikariDataSource discloser;

    private TestDatabase(String name) {
        this.name = name;
        owner = pool(ownerUser(), ownerPassword());
        command = pool(commandUser(), commandPassword());
        query = pool(queryUser(), queryPassword());
        eraser = pool(eraserUser(), eraserPassword());
        sealer = pool(sealerUser(), sealerPassword());
        discloser = pool(discloserUser(), discloserPassword());
    }

    /// Empty but for the log's schema.
    public static TestDatabase fresh() {
        prepareTemplate();
        String name = "fresh_" + NUMBER.incrementAndGet();
        TestServer.execute("create database %s template %s owner %s".formatted(name, TEMPLATE, "register_owner"));
        TestServer.execute("grant create on database %s to query_service".formatted(name));
        return new TestDatabase(name);
    }

    private static synchronized void prepareTemplate() {
        if (templateIsReady) return;
        TestServer.start();
        TestServer.execute("create role register_owner login createrole password 'owner'");
        TestServer.execute("create database %s owner register_owner encoding 'UTF8'".formatted(TEMPLATE));
        TestDatabase template = new TestDatabase(TEMPLATE);
        LogSchema.migrate(template.owner);
        template.close();
        TestServer.execute("create role command_service login password 'command' in role register_command");
        TestServer.execute("create role key_eraser login password 'eraser' in role register_key_eraser");
        TestServer.execute("create role query_service login password 'query' in role register_query");
        TestServer.execute("create role sealer_service login password 'sealer' in role register_sealer");
        TestServer.execute("create role discloser_service login password 'discloser' in role register_discloser");
        templateIsReady = true;
    }

    /// The whole server goes away at once, for every database of this JVM.
    public static void stopServer() {
        TestServer.stop();
    }

    /// On the same port, with the same data.
    public static void startServer() {
        TestServer.start();
    }

    /// The login that owns the database and the log's schema; no superuser.
    public DataSource owner() {
        return owner;
    }

    public DataSource command() {
        return command;
    }

    public DataSource query() {
        return query;
    }

    /// The login that destroys keys.
    public DataSource eraser() {
        return eraser;
    }

    public DataSource sealer() {
        return sealer;
    }

    /// The login that records who looked.
    public DataSource discloser() {
        return discloser;
    }

    public String url() {
        return "jdbc:postgresql://localhost:%d/%s?logServerErrorDetail=false".formatted(TestServer.port(), name);
    }

    public String name() {
        return name;
    }

    public String ownerUser() {
        return "register_owner";
    }

    public String ownerPassword() {
        return "owner";
    }

    public String commandUser() {
        return "command_service";
    }

    public String commandPassword() {
        return "command";
    }

    public String eraserUser() {
        return "key_eraser";
    }

    public String eraserPassword() {
        return "eraser";
    }

    public String queryUser() {
        return "query_service";
    }

    public String queryPassword() {
        return "query";
    }

    public String sealerUser() {
        return "sealer_service";
    }

    public String sealerPassword() {
        return "sealer";
    }

    public String discloserUser() {
        return "discloser_service";
    }

    public String discloserPassword() {
        return "discloser";
    }

    /// The first column of each row, as the superuser sees it.
    public List<String> rows(String sql) {
        return TestServer.rows(name, sql);
    }

    /// As the superuser.
    public void execute(String sql) {
        TestServer.execute(sql);
    }

    /// From now on, for everybody: open connections are cut.
    public void readOnly(boolean only) {
        TestServer.execute("alter database %s set default_transaction_read_only = %s".formatted(name, only));
        rows("select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname = '"
                + name + "'");
    }

    @Override
    public void close() {
        owner.close();
        command.close();
        query.close();
        eraser.close();
        sealer.close();
        discloser.close();
    }

    private HikariDataSource pool(String user, String password) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url());
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(10);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(2_000);
        config.setInitializationFailTimeout(-1);
        config.setPoolName(name + "-" + user);
        return new HikariDataSource(config);
    }
}
