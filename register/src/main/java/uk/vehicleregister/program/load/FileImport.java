package uk.vehicleregister.program.load;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.program.Ports;
import uk.vehicleregister.program.Stopped;
import uk.vehicleregister.program.client.Http;
import uk.vehicleregister.program.client.Tokens;

/// Loads a file into the register that runs at the ports, through the same rules as any first registration. What was
/// loaded before is left as it is, so a run may be broken off and begun again at any time.
public final class FileImport {

    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(60);

    private FileImport() {}

    /// The account of a run. `seconds` count until the enquiries answer for the last row.
    public record Account(long rows, long loaded, long unchanged, long rejected, double seconds, Path rejects) {}

    public static Account run(Path file, Ports ports, String task, boolean quiet) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw Stopped.wrongUse("There is no readable file " + file
                    + ". Make one with: bin/register fleet --vehicles 1000 --out " + file);
        }
        long began = System.nanoTime();
        try (Http http = new Http(LONGEST_ANSWER);
                SourceFile source = SourceFile.open(file)) {
            Tokens tokens = new Tokens(http, ports.issuerAddress(), Role.REGISTRAR);
            tokens.demand();
            Load.Result result;
            Path rejected;
            try (RejectsFile rejects = RejectsFile.beside(file, source.header());
                    Progress progress = Progress.of(task, linesOf(file), quiet)) {
                result = new Load(source, new ImportService(http, ports.commandAddress(), tokens), rejects, progress)
                        .run();
                rejects.complete();
                rejected = rejects.path();
            }
            if (result.position() >= 0) {
                new EnquiryModel(http, ports.queryAddress()).await(result.position());
            }
            double seconds = Math.round((System.nanoTime() - began) / 1e8) / 10.0;
            return new Account(
                    result.rows(), result.loaded(), result.unchanged(), result.rejected(), seconds, rejected);
        } catch (IOException failed) {
            throw Stopped.unreachable("Cannot read " + file + " or write its rejects file beside it ("
                    + failed.getClass().getSimpleName() + ": " + failed.getMessage() + ").");
        }
    }

    /// Lines but the header; only the progress bar leans on it.
    private static long linesOf(Path file) throws IOException {
        long lines = 0;
        byte[] buffer = new byte[1 << 16];
        try (InputStream bytes = Files.newInputStream(file)) {
            for (int read = bytes.read(buffer); read > 0; read = bytes.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    lines += buffer[i] == '\n' ? 1 : 0;
                }
            }
        }
        return Math.max(1, lines - 1);
    }
}
