package uk.vehicleregister.benchmarks.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Data and logs of registers that are no longer wanted.
public final class Directories {

    private Directories() {}

    public static void delete(Path directory) throws IOException {
        List<Path> inside;
        try (Stream<Path> found = Files.walk(directory)) {
            inside = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : inside) Files.deleteIfExists(path);
    }
}
