package uk.vehicleregister.benchmarks.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Who ends a campaign or a measurement by its process id finds neither its services nor its PostgreSQL afterwards.
class EndedBeforeTimeTest {

    private static final String STARTED = "STARTED ";

    @TempDir
    private Path directory;

    @Test
    @Timeout(120)
    void nothing_of_it_is_left_behind() throws Exception {
        Process program = new ProcessBuilder(
                        Program.java().toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Dregister.home=" + System.getProperty("register.home", "."),
                        HeldCluster.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<ProcessHandle> all = new ArrayList<>();
        try {
            all.add(process(serviceOf(program)));
            all.add(process(postmaster()));
            assertThat(all).allMatch(ProcessHandle::isAlive);

            program.destroy();
            assertThat(program.waitFor(60, TimeUnit.SECONDS)).isTrue();
            for (ProcessHandle process : all) process.onExit().get(20, TimeUnit.SECONDS);
        } finally {
            program.destroyForcibly();
            all.forEach(ProcessHandle::destroyForcibly);
        }
    }

    private static long serviceOf(Process program) throws IOException {
        try (BufferedReader lines = program.inputReader()) {
            return lines.lines()
                    .filter(line -> line.startsWith(STARTED))
                    .map(line -> Long.valueOf(line.substring(STARTED.length())))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private long postmaster() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            Path file = files.filter(path -> path.endsWith("postmaster.pid"))
                    .findFirst()
                    .orElseThrow();
            return Long.parseLong(Files.readAllLines(file).getFirst());
        }
    }

    private static ProcessHandle process(long id) {
        return ProcessHandle.of(id).orElseThrow();
    }
}
