package uk.vehicleregister.program.audit;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import uk.vehicleregister.program.Stopped;
import uk.vehicleregister.program.postgres.RegisterDatabase;
import uk.vehicleregister.query.replay.Login;

/// Which register's database is meant: the running demo's by its data directory, or any other by its address.
final class WhichDatabase {

    private static final String USER = "REGISTER_DATABASE_USER";
    private static final String PASSWORD = "REGISTER_DATABASE_PASSWORD";

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The --data of a running demo (default: .data in the repository).")
    private @Nullable Path data;

    @Option(
            names = "--database",
            paramLabel = "URL",
            description = "Any other, as jdbc:postgresql://host:5432/register. " + USER + " and " + PASSWORD
                    + " hold an auditor's login (docs/operations.md).")
    private @Nullable String database;

    Login login() {
        if (data != null && database != null) throw Stopped.wrongUse("Give --data or --database, not both.");
        return database == null ? ofDemo() : ofAny(database);
    }

    private Login ofDemo() {
        Path directory = data != null ? data : Path.of(System.getProperty("register.home", "."), ".data");
        try {
            RegisterDatabase.Reachable demo = RegisterDatabase.reachable(directory);
            return new Login(demo.url(), demo.auditor().user(), demo.auditor().password());
        } catch (IOException | NumberFormatException e) {
            throw Stopped.unreachable("There is no demo's database in " + directory
                    + ". Start one with bin/register demo, or name its --data or another --database.");
        }
    }

    private static Login ofAny(String database) {
        if (!database.startsWith("jdbc:postgresql:")) throw Stopped.wrongUse("--database begins with jdbc:postgresql:");
        String user = System.getenv(USER);
        String password = System.getenv(PASSWORD);
        if (user == null || password == null)
            throw Stopped.wrongUse("With --database, put the auditor's login into the environment variables " + USER
                    + " and " + PASSWORD + ".");
        return new Login(database, user, password);
    }
}
