package uk.vehicleregister.program.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Who runs a data directory, as PostgreSQL writes it into `postmaster.pid`.
final class Postmaster {

    private static final String FILE = "postmaster.pid";

    private Postmaster() {}

    /// Is a server at work in this directory, left over from a program that was killed? A file left by a dead server is
    /// taken away: its number may meanwhile be another process's, and PostgreSQL would then refuse to start.
    static boolean orphanIn(Path cluster) throws IOException {
        Path file = cluster.resolve(FILE);
        if (!Files.exists(file)) {
            return false;
        }
        Optional<Long> pid = firstLine(file);
        if (pid.isPresent() && isServerOf(cluster, pid.get())) {
            return true;
        }
        Files.deleteIfExists(file);
        return false;
    }

    /// Does the server say that it takes connections? (The eighth line of the file.)
    static boolean isReady(Path cluster, long pid) {
        try {
            List<String> lines = Files.readAllLines(cluster.resolve(FILE));
            return lines.size() >= 8
                    && lines.getFirst().strip().equals(Long.toString(pid))
                    && lines.get(7).strip().equals("ready");
        } catch (IOException notYet) {
            return false;
        }
    }

    private static Optional<Long> firstLine(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        return lines.isEmpty() || !lines.getFirst().strip().matches("[0-9]{1,10}")
                ? Optional.empty()
                : Optional.of(Long.parseLong(lines.getFirst().strip()));
    }

    private static boolean isServerOf(Path cluster, long pid) {
        try {
            String command = Files.readString(Path.of("/proc/" + pid + "/cmdline"), StandardCharsets.ISO_8859_1);
            return command.contains("postgres") && command.contains(cluster.toString());
        } catch (IOException gone) {
            return false;
        }
    }
}
