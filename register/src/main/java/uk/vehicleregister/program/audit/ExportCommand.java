package uk.vehicleregister.program.audit;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import uk.vehicleregister.program.Say;
import uk.vehicleregister.program.Stopped;
import uk.vehicleregister.program.load.Progress;
import uk.vehicleregister.transparencylog.MalformedException;
import uk.vehicleregister.transparencylog.RefusedException;
import uk.vehicleregister.transparencylog.note.Checkpoint;
import uk.vehicleregister.transparencylog.note.SignedNote;

/// `bin/register export`: the whole sealed log as one archive that can be verified without the register.
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the log of a running register, as far as it is sealed, into an archive.",
            "Events as stored, tiles and the signed checkpoint; check it anywhere with: bin/register verify FILE.zip"
        })
public final class ExportCommand implements Callable<Integer> {

    @Option(names = "--out", paramLabel = "FILE.zip", required = true, description = "The archive; may not exist yet.")
    private Path out = Path.of("register.zip");

    @Mixin
    private WhichRegister register = new WhichRegister();

    @Option(
            names = "--json",
            description = "Prints {\"file\",\"origin\",\"events\",\"bytes\",\"seconds\"} and no progress.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        if (Files.exists(out)) throw Stopped.wrongUse(out + " is there already; nothing was changed.");
        Path part = out.resolveSibling(out.getFileName() + ".part");
        long began = System.nanoTime();
        try (RunningLog log = register.log()) {
            Files.deleteIfExists(part);
            Checkpoint checkpoint = write(log, part);
            Files.move(part, out, StandardCopyOption.ATOMIC_MOVE);
            tell(checkpoint, (System.nanoTime() - began) / 1e9);
            return 0;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private Checkpoint write(RunningLog log, Path part) {
        try {
            byte[] note = log.checkpoint();
            long size = Checkpoint.parse(SignedNote.parse(note).text()).size();
            try (Progress progress = Progress.of("export", size, "events", json)) {
                return ArchiveWriter.write(log, note, part, progress);
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

    private void tell(Checkpoint checkpoint, double seconds) throws IOException {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("file", out.toString());
        answer.put("origin", checkpoint.origin());
        answer.put("events", checkpoint.size());
        answer.put("bytes", Files.size(out));
        answer.put("seconds", Double.parseDouble(String.format(Locale.ROOT, "%.1f", seconds)));
        if (json) Say.json(answer);
        else
            Say.answer(String.format(
                    Locale.ROOT,
                    "%d events of %s in %.1f s: %s%nCheck it with: bin/register verify %s",
                    checkpoint.size(),
                    checkpoint.origin(),
                    seconds,
                    out,
                    out));
    }
}
