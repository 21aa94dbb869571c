package uk.vehicleregister.program.audit;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import uk.vehicleregister.program.Say;
import uk.vehicleregister.program.Stopped;
import uk.vehicleregister.program.audit.SelectionWriter.Written;
import uk.vehicleregister.program.load.Progress;
import uk.vehicleregister.transparencylog.MalformedException;
import uk.vehicleregister.transparencylog.RefusedException;
import uk.vehicleregister.transparencylog.note.Checkpoint;
import uk.vehicleregister.transparencylog.note.SignedNote;

/// `bin/register export`: the sealed log, or some of its events with their proofs, as an archive that can be verified
/// without the register.
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the log of a running register, as far as it is sealed, into an archive.",
            "Events as stored, tiles and the signed checkpoint; or the events of one vehicle, one mark or one period, each"
                    + " with its proof. Check either anywhere with: bin/register verify FILE.zip"
        })
public final class ExportCommand implements Callable<Integer> {

    @Option(names = "--out", paramLabel = "FILE.zip", required = true, description = "The archive; may not exist yet.")
    private Path out = Path.of("register.zip");

    @Mixin
    private WhichEvents which = new WhichEvents();

    @Mixin
    private WhichRegister register = new WhichRegister();

    @Option(
            names = "--views",
            description = "Also writes FILE.csv and FILE.jsonl beside it, a row an event, made from the archive.")
    private boolean views;

    @Option(
            names = "--json",
            description = "Prints {\"file\",\"origin\",\"size\",\"events\",\"bytes\",\"seconds\",...} and no progress.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        which.check();
        for (Path file : views ? List.of(out, HistoryViews.csv(out), HistoryViews.jsonl(out)) : List.of(out))
            if (Files.exists(file)) throw Stopped.wrongUse(file + " is there already; nothing was changed.");
        Path part = out.resolveSibling(out.getFileName() + ".part");
        long began = System.nanoTime();
        try (RunningLog log = register.log()) {
            Files.deleteIfExists(part);
            Written written = write(log, part);
            Files.move(part, out, StandardCopyOption.ATOMIC_MOVE);
            if (views) HistoryViews.write(out);
            tell(written, (System.nanoTime() - began) / 1e9);
            return 0;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private Written write(RunningLog log, Path part) {
        try {
            byte[] note = log.checkpoint();
            Optional<Selection> selection = which.of(log);
            long size = Checkpoint.parse(SignedNote.parse(note).text()).size();
            try (Progress progress = Progress.of("export", size, "events", json || selection.isPresent())) {
                if (selection.isEmpty()) {
                    Checkpoint checkpoint = ArchiveWriter.write(log, note, part, progress);
                    return new Written(checkpoint, checkpoint.size(), 0);
                }
                Feed events = new SelectedEvents(log, selection.get());
                Written written = SelectionWriter.write(log, events, note, selection.get(), part, progress);
                if (written.events() > 0) return written;
                throw Stopped.refused("The log has no such event under its checkpoint, which is of " + size + " events"
                        + (written.notSealed() == 0
                                ? "; nothing was written. That there is none cannot be proven."
                                : ". " + written.notSealed() + " are not sealed yet: try again in a few seconds."));
            }
        } catch (MalformedException | RefusedException e) {
            throw Stopped.refused("The register hands over what cannot be an archive: " + e.getMessage());
        } catch (FileSystemException e) {
            throw Stopped.unreachable(
                    "Cannot write " + part + " (" + e.getClass().getSimpleName() + ")");
        } catch (IOException e) {
            throw log.unreachable(e);
        }
    }

    private void tell(Written written, double seconds) throws IOException {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("file", out.toString());
        answer.put("origin", written.checkpoint().origin());
        answer.put("size", written.checkpoint().size());
        answer.put("events", written.events());
        answer.put("notSealed", written.notSealed());
        answer.put("bytes", Files.size(out));
        answer.put("seconds", Double.parseDouble(String.format(Locale.ROOT, "%.1f", seconds)));
        if (json) Say.json(answer);
        else
            Say.answer(String.format(
                    Locale.ROOT,
                    "%d events of %s in %.1f s: %s%s%nCheck it with: bin/register verify %s",
                    written.events(),
                    written.checkpoint().origin(),
                    seconds,
                    out,
                    written.notSealed() == 0
                            ? ""
                            : String.format("%n%d more are not sealed yet and were left out", written.notSealed()),
                    out));
    }
}
