package uk.vehicleregister.kernel.event;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;

/// What the page says of a field beyond its name: a line of `meanings.properties` for this event, else the record's
/// `@param`, else a line for the field in any event, else nothing.
final class Meanings {

    private static final Path FILE = Path.of("src/test/resources/events-page/meanings.properties");

    private final Properties written = new Properties();

    Meanings() {
        try (Reader reader = Files.newBufferedReader(FILE)) {
            written.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Set<String> keys() {
        return written.stringPropertyNames();
    }

    /// Of an event or a family of them.
    String of(Class<?> facts) {
        String sentences = SourceText.of(facts).sentences();
        String more = written.getProperty(facts.getSimpleName());
        return more == null ? sentences : sentences + " " + more;
    }

    String of(Class<?> event, String field) {
        String here = written.getProperty(event.getSimpleName() + "." + field);
        if (here != null) return here;
        String said = SourceText.of(event).parameters().get(field);
        return said != null ? said : written.getProperty(field, "");
    }
}
