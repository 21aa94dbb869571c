package uk.vehicleregister.benchmarks.campaign.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// What a process takes of the machine now, as the kernel tells.
///
/// @param megabytes resident memory
public record Usage(long megabytes, long handles) {

    public static Usage of(long process) {
        Path proc = Path.of("/proc", Long.toString(process));
        try (Stream<Path> handles = Files.list(proc.resolve("fd"))) {
            String resident = Files.readAllLines(proc.resolve("status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .findFirst()
                    .orElseThrow();
            return new Usage(Long.parseLong(resident.replaceAll("\\D", "")) / 1024, handles.count());
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
