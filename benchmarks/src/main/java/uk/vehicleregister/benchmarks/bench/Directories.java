package uk.vehicleregister.benchmarks.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

final class Directories {

    private Directories() {}

    static void delete(Path directory) throws IOException {
        List<Path> inside;
        try (Stream<Path> found = Files.walk(directory)) {
            inside = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : inside) Files.deleteIfExists(path);
    }
}
