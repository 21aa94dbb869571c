package uk.vehicleregister.kernel.event;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The approved JSON of every event and revision ever shipped: `<Name>.<revision>.json`.
public final class Approved {

    static final Path FOLDER = Path.of("src/test/resources/approved/events");

    private Approved() {}

    /// Each file as today's type.
    public static List<Record> events() {
        return files().stream().map(file -> (Record) read(file)).toList();
    }

    static List<Path> files() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// As the log would be read.
    static Fact read(Path file) {
        return EventJson.readFact(nameIn(file), Integer.toString(revisionIn(file)), text(file));
    }

    /// The file's JSON without line breaks and indentation; the order of its properties stays.
    static String compact(Path file) {
        return EventJson.mapper().readTree(text(file)).toString();
    }

    static String nameIn(Path file) {
        return file.getFileName().toString().split("\\.")[0];
    }

    static int revisionIn(Path file) {
        return Integer.parseInt(file.getFileName().toString().split("\\.")[1]);
    }

    static boolean isOfToday(Path file) {
        return EventCatalogue.revisionOf(EventCatalogue.classOf(nameIn(file)))
                .equals(Integer.toString(revisionIn(file)));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
