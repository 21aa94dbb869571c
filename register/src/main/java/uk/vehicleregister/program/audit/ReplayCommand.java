package uk.vehicleregister.program.audit;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.beans.BeansException;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import uk.vehicleregister.eventstore.log.LogUnavailableException;
import uk.vehicleregister.program.Say;
import uk.vehicleregister.program.SecretFile;
import uk.vehicleregister.program.Stopped;
import uk.vehicleregister.program.load.Progress;
import uk.vehicleregister.query.replay.Login;
import uk.vehicleregister.query.replay.Order;
import uk.vehicleregister.query.replay.ReadModelReplay;
import uk.vehicleregister.query.replay.ReplayRefusedException;
import uk.vehicleregister.query.replay.Replayed;
import uk.vehicleregister.query.replay.UnusableOrderException;
import uk.vehicleregister.query.seal.KeyServiceException;
import uk.vehicleregister.query.seal.SealingKeys;
import uk.vehicleregister.transparencylog.note.Checkpoint;
import uk.vehicleregister.transparencylog.note.SignedNote;

/// `bin/register replay`: do the read models say what the log says?
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = {
            "Builds the read models from the log into tables of its own, and compares them row by row with the live ones.",
            "Prints a signed report: identical, or the rows that differ. The running service is not disturbed."
        },
        footer = {"", "Exit codes: 0 nothing differs, 1 rows differ or the log is refused, 2 wrong use, 3 cannot reach."
        })
public final class ReplayCommand implements Callable<Integer> {

    private static final String LIVE = "live";
    private static final String KEY_NAME = "auditor.vehicle-register";

    @Mixin
    private WhichDatabase database = new WhichDatabase();

    @Option(
            names = "--projection",
            paramLabel = "NAME",
            description = "One read model; may be given several times (default: all that are built from the log).")
    private Set<String> projections = new LinkedHashSet<>();

    @Option(
            names = "--to-position",
            paramLabel = "N",
            description = "Up to this event (default: as far as the live rows).")
    private @Nullable Long toPosition;

    @Option(
            names = "--to-time",
            paramLabel = "INSTANT",
            description = "Up to what was recorded by then, as 2026-11-27T12:00:00Z.")
    private @Nullable Instant toTime;

    @Option(
            names = "--against",
            paramLabel = "live|DIR",
            description =
                    "What to compare with: the live rows, or those that another replay, perhaps of another version"
                            + " of the program, wrote to DIR (default: the live rows, where they are at that position).")
    private @Nullable String against;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Writes the rows, a file for each table, and the report. DIR may not exist yet.")
    private @Nullable Path out;

    @Option(
            names = "--sign",
            paramLabel = "FILE",
            description =
                    "Your own key to sign the report with; made where there is none (default: in ~/.vehicle-register/audit).")
    private @Nullable Path sign;

    @Option(
            names = "--kept",
            paramLabel = "FILE",
            description =
                    "The checkpoint that verify kept, which the log must go through (default: where verify keeps it).")
    private @Nullable Path kept;

    @Option(
            names = "--show",
            paramLabel = "N",
            defaultValue = "20",
            description = "So many differences of each table are told (default ${DEFAULT-VALUE}); all are counted.")
    private int show;

    @Option(
            names = "--json",
            description =
                    "Prints {\"verdict\",\"differences\",\"events\",\"root\",\"sealed\",\"key\",\"report\",...} and no progress.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        if (toPosition != null && toTime != null) throw Stopped.wrongUse("Give --to-position or --to-time, not both.");
        if (show < 0 || show > 10_000) throw Stopped.wrongUse("--show is from 0 to 10000.");
        if (out != null && Files.exists(out)) throw Stopped.wrongUse(out + " is there already; nothing was changed.");
        Login login = database.login();
        SealingKeys keys = keys();
        quietly();
        Path part = out == null ? null : draftOf(out.toAbsolutePath());
        try (ReadModelReplay replay = ReadModelReplay.open(login)) {
            long began = System.nanoTime();
            Replayed replayed = run(replay, part);
            if (LIVE.equals(against) && !replayed.isCompared() && replayed.differences() == 0)
                throw Stopped.wrongUse(
                        "The live rows are not at the position asked for; leave out --against live to write"
                                + " what there was then.");
            SignedNote report = keys.sign(ReplayReport.text(replayed, againstWhat(replayed)));
            if (part != null && out != null) {
                Files.write(part.resolve("report"), report.bytes());
                Files.move(part, out, StandardCopyOption.ATOMIC_MOVE);
            }
            tell(replayed, report, keys, (System.nanoTime() - began) / 1e9);
            return replayed.differences() == 0 ? 0 : 1;
        } catch (ReplayRefusedException e) {
            return refused(String.valueOf(e.getMessage()));
        } catch (KeyServiceException e) {
            throw Stopped.unreachable("The report cannot be signed. " + e.getMessage() + ". Nothing was written.");
        } catch (UnusableOrderException e) {
            throw Stopped.wrongUse(e.getMessage() + ".");
        } catch (DataAccessException | TransactionException | LogUnavailableException | BeansException e) {
            throw Stopped.unreachable(
                    "The register's database cannot be used as " + login.user() + " (" + reason(e) + ").");
        } finally {
            FileSystemUtils.deleteRecursively(part);
        }
    }

    /// Beside it, so that one move makes it whole.
    private static Path draftOf(Path out) throws IOException {
        Path folder = SecretFile.directory(out.resolveSibling("").normalize());
        return Files.createTempDirectory(folder, out.getFileName() + ".part-");
    }

    private Replayed run(ReadModelReplay replay, @Nullable Path rows) throws IOException {
        Path others = against == null || against.equals(LIVE) ? null : Path.of(against);
        Order order = new Order(projections, toPosition, toTime, others == null, others, rows, show, known(replay));
        try (Shown shown = new Shown(json)) {
            return replay.run(order, shown);
        }
    }

    /// What verify has checked before: the same log must lead there.
    private List<Checkpoint> known(ReadModelReplay replay) throws IOException {
        Checkpoint latest = replay.checkpoint().orElse(null);
        if (latest == null) return List.of();
        Path file = kept != null ? kept : Kept.usualFile(latest.origin());
        Checkpoint before = Kept.read(file).map(Kept::checkpoint).orElse(null);
        if (!json)
            Say.progress(
                    before == null
                            ? "No checkpoint of an earlier verify is kept; run bin/register verify to check the log itself."
                            : "The log must go through the checkpoint of " + before.size() + " events kept in " + file
                                    + ". If that is of another register, a demo begun anew, say: --kept FILE");
        return before == null ? List.of() : List.of(before);
    }

    private SealingKeys keys() {
        Path file = sign != null
                ? sign
                : Path.of(System.getProperty("user.home", "."), ".vehicle-register", "audit", "replay.key");
        try {
            SealingKeys.createIfAbsent(file, KEY_NAME);
            return SealingKeys.read(file);
        } catch (RuntimeException e) {
            throw Stopped.wrongUse("The key to sign with cannot be used: " + e.getMessage());
        }
    }

    private String againstWhat(Replayed replayed) {
        if (against != null && !against.equals(LIVE)) return "the rows of another replay";
        boolean some = replayed.readModels().stream().anyMatch(Replayed.ReadModel::isCompared);
        return some ? "the live rows" : "nothing";
    }

    private void tell(Replayed replayed, SignedNote report, SealingKeys keys, double seconds) {
        if (json) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("verdict", ReplayReport.verdict(replayed));
            answer.put("differences", replayed.differences());
            answer.put("events", replayed.size());
            answer.put("root", replayed.root().toString());
            answer.put("sealed", replayed.sealed());
            answer.put("key", keys.published().strip());
            answer.put("report", report.toString());
            answer.put("seconds", Double.parseDouble(String.format(Locale.ROOT, "%.1f", seconds)));
            Say.json(answer);
            return;
        }
        for (Replayed.ReadModel model : replayed.readModels())
            if (!model.isCompared() && model.live() != null)
                Say.progress(model.projection() + ": the live rows are at position " + model.live() + " and these at "
                        + model.position() + ", so they were not compared.");
        Say.progress(String.format(
                Locale.ROOT,
                "%d events folded and compared in %.1f s (%.0f a second). Signed with %s",
                replayed.size(),
                seconds,
                replayed.size() / seconds,
                keys.published().strip()));
        Say.answer(report.toString().stripTrailing());
    }

    private int refused(String why) {
        if (json) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("verdict", "refused");
            answer.put("why", why);
            Say.json(answer);
        } else Say.answer("refused: " + why);
        return 1;
    }

    private static String reason(Exception e) {
        Throwable cause = e;
        while (cause.getCause() != null) cause = cause.getCause();
        return cause instanceof java.sql.SQLException sql && sql.getSQLState() != null
                ? "SQL state " + sql.getSQLState()
                : cause.getClass().getSimpleName();
    }

    /// Where nobody has set the logs up, Logback writes them to the screen by itself, among the answer.
    private static void quietly() {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        if (root.getAppender("console") != null && Level.INFO.isGreaterOrEqual(root.getEffectiveLevel()))
            root.setLevel(Level.OFF);
    }

    /// How far it is, on the screen.
    private static final class Shown implements ReadModelReplay.Progress, AutoCloseable {

        private final boolean quiet;
        private @Nullable Progress progress;

        Shown(boolean quiet) {
            this.quiet = quiet;
        }

        @Override
        public void folded(long events, long ofEvents) {
            if (progress == null) progress = Progress.of("replay", ofEvents, "events", quiet);
            progress.to(events);
        }

        @Override
        public void close() {
            if (progress != null) progress.close();
        }
    }
}
