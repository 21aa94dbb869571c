package uk.vehicleregister.program.audit;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import uk.vehicleregister.eventstore.schema.Durability;
import uk.vehicleregister.eventstore.schema.LogSchema;
import uk.vehicleregister.program.Say;
import uk.vehicleregister.program.Stopped;
import uk.vehicleregister.program.audit.Verification.Outcome;
import uk.vehicleregister.transparencylog.MalformedException;
import uk.vehicleregister.transparencylog.RefusedException;
import uk.vehicleregister.transparencylog.note.Checkpoint;
import uk.vehicleregister.transparencylog.note.VerifierKey;

/// `bin/register restore`: an archive of a whole log into a register that has none.
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = {
            "Loads an archive of a whole log into the database of a register whose log is empty.",
            "The archive is verified first; the events then have the positions, and the log the root, that were signed.",
            "Where the database is, as its owner: REGISTER_DATABASE_URL, REGISTER_DATABASE_OWNER_USER and _PASSWORD.",
            "Keys are in no archive: personal data stays sealed until they are put back from their own backup."
        })
public final class RestoreCommand implements Callable<Integer> {

    private static final String URL = "REGISTER_DATABASE_URL";
    private static final String USER = "REGISTER_DATABASE_OWNER_USER";
    private static final String PASSWORD = "REGISTER_DATABASE_OWNER_PASSWORD";

    /// Classes of SQL states (PostgreSQL manual, appendix A).
    private static final String NO_CONNECTION = "08";

    private static final String SHUT_DOWN = "57P";

    @Parameters(paramLabel = "ARCHIVE", description = "An archive of a whole log, made by export.")
    private Path archive = Path.of("register.zip");

    @Option(
            names = "--key",
            paramLabel = "KEY",
            description =
                    "The log's verifier key, or a file with it. Without it, the one kept from the last audit; one that"
                            + " only comes with the archive is not believed.")
    private @Nullable String key;

    @Option(
            names = "--kept",
            paramLabel = "FILE",
            description = "Where the last audit kept key and checkpoint (default: as for verify).")
    private @Nullable Path kept;

    @Option(names = "--json", description = "Prints {\"origin\",\"events\",\"root\",\"seconds\"} and no progress.")
    private boolean json;

    @Override
    public Integer call() {
        PGSimpleDataSource owner = owner(System.getenv());
        long began = System.nanoTime();
        Checkpoint checkpoint = restore(archive, VerifyCommand.keyOf(key), kept, owner);
        tell(checkpoint, (System.nanoTime() - began) / 1e9);
        return 0;
    }

    /// Answers the checkpoint whose root the log then has.
    static Checkpoint restore(Path archive, @Nullable VerifierKey key, @Nullable Path kept, DataSource owner) {
        try {
            if (SelectionArchive.isOne(archive))
                throw Stopped.wrongUse("The archive holds some events of a log. Only a whole one can be restored.");
            try (ArchiveLog log = ArchiveLog.open(archive)) {
                Checkpoint checkpoint = verified(log, key, kept);
                LogLoad.demandEmpty(owner);
                makeSchema(owner);
                Durability.demand(owner);
                LogLoad.load(log, checkpoint, owner);
                return checkpoint;
            }
        } catch (MalformedException | RefusedException e) {
            throw Stopped.refused("The archive is refused: " + e.getMessage() + ". Nothing was loaded.");
        } catch (NoSuchFileException | FileNotFoundException e) {
            throw Stopped.wrongUse("There is no archive that can be read at " + archive);
        } catch (SQLException e) {
            throw unreachable(String.valueOf(e.getSQLState()));
        } catch (IOException e) {
            throw Stopped.unreachable(
                    "Cannot read " + archive + " (" + e.getClass().getSimpleName() + "). Nothing was loaded.");
        }
    }

    private static Stopped unreachable(String state) {
        return Stopped.unreachable("The database cannot be reached or used as its owner (SQL state " + state
                + "). Nothing was loaded. Are " + URL + ", " + USER + " and its password right?");
    }

    private static void makeSchema(DataSource owner) {
        try {
            LogSchema.migrate(owner);
        } catch (FlywayException e) {
            String state = stateOf(e);
            if (state.startsWith(NO_CONNECTION) || state.startsWith(SHUT_DOWN)) throw unreachable(state);
            throw Stopped.refused("The log's schema cannot be made or brought up to date as this owner (SQL state "
                    + state + "). Nothing was loaded. The login must own the database and may have to make roles:"
                    + " docs/operations.md.");
        }
    }

    private static String stateOf(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause())
            if (cause instanceof SQLException sql && sql.getSQLState() != null) return sql.getSQLState();
        return "unknown";
    }

    private static Checkpoint verified(ArchiveLog log, @Nullable VerifierKey key, @Nullable Path kept)
            throws IOException {
        Outcome outcome = new Verification(log, key, kept, true, false).run();
        Finding wrong = outcome.verdict().wrong();
        if (wrong != null)
            throw Stopped.refused("The archive is not good: " + wrong.sentence() + ". Nothing was loaded.");
        if (outcome.firstUse())
            throw Stopped.wrongUse("Give the log's key with --key: one that only comes with the archive proves nothing."
                    + " Nothing was loaded.");
        return outcome.verdict().signed();
    }

    static PGSimpleDataSource owner(Map<String, String> environment) {
        for (String name : new String[] {URL, USER, PASSWORD})
            if (environment.getOrDefault(name, "").isEmpty())
                throw Stopped.wrongUse("Say where the database is and who owns it: " + name + " is not set.");
        PGSimpleDataSource owner = new PGSimpleDataSource();
        owner.setUrl(environment.get(URL));
        owner.setUser(environment.get(USER));
        owner.setPassword(environment.get(PASSWORD));
        owner.setLogServerErrorDetail(false); // it would quote what was being loaded
        return owner;
    }

    private void tell(Checkpoint checkpoint, double seconds) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("origin", checkpoint.origin());
        answer.put("events", checkpoint.size());
        answer.put("root", checkpoint.root().toString());
        answer.put("seconds", Double.parseDouble(String.format(Locale.ROOT, "%.1f", seconds)));
        if (json) Say.json(answer);
        else
            Say.answer(String.format(
                    Locale.ROOT,
                    "%d events of %s are loaded, at positions 0 to %d, and have the root that was signed: %s%n"
                            + "Not in it: data keys, receipts, the key that signs the log. See docs/audit.md, \"Restoring\".",
                    checkpoint.size(),
                    checkpoint.origin(),
                    checkpoint.size() - 1,
                    checkpoint.root()));
    }
}
