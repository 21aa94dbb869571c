package uk.vehicleregister.program.audit;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;
import uk.vehicleregister.transparencylog.leaf.EventLeaf;
import uk.vehicleregister.transparencylog.note.Checkpoint;
import uk.vehicleregister.transparencylog.note.SignedNote;

/// The history in an archive for people and their tools: a row an event, as CSV and as lines of JSON, beside the
/// archive and made from it alone. To be read, not to be verified: that is what the archive is for.
final class HistoryViews {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private HistoryViews() {}

    static Path csv(Path archive) {
        return beside(archive, ".csv");
    }

    static Path jsonl(Path archive) {
        return beside(archive, ".jsonl");
    }

    private static Path beside(Path archive, String ending) {
        return archive.resolveSibling(archive.getFileName().toString().replaceFirst("\\.zip$", "") + ending);
    }

    /// Writes both files, which may not be there yet.
    static void write(Path archive) throws IOException {
        if (SelectionArchive.isOne(archive)) {
            try (SelectionArchive events = SelectionArchive.open(archive)) {
                write(events.events(), archive);
            }
            return;
        }
        try (ArchiveLog log = ArchiveLog.open(archive)) {
            long size =
                    Checkpoint.parse(SignedNote.parse(log.checkpoint()).text()).size();
            write(log.events(size), archive);
        }
    }

    private static void write(Feed events, Path archive) throws IOException {
        try (BufferedWriter csv = open(csv(archive));
                BufferedWriter jsonl = open(jsonl(archive))) {
            csv.write(line(Row.NAMES.stream()));
            LineReader lines = new LineReader(events);
            for (LineReader.Line line = lines.next(); line != null; line = lines.next()) {
                Row row = Row.of(EventLine.read(line.bytes(), line.from(), line.length()));
                csv.write(line(row.cells()));
                jsonl.write(JSON.writeValueAsString(row.fields()));
                jsonl.write('\n');
            }
        }
    }

    private static BufferedWriter open(Path file) throws IOException {
        return Files.newBufferedWriter(file, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
    }

    private static String line(Stream<String> cells) {
        return cells.map(CsvCell::of).collect(Collectors.joining(",", "", "\r\n"));
    }

    /// An event as it is shown. What was sealed stays so.
    private record Row(EventLeaf event, Instant recordedAt, JsonNode payload, JsonNode metadata) {

        static final List<String> NAMES = List.of(
                "position",
                "recordedAt",
                "stream",
                "version",
                "type",
                "revision",
                "transactionId",
                "role",
                "actor",
                "payload");

        static Row of(EventLeaf event) {
            return new Row(
                    event,
                    Instant.EPOCH.plus(event.recordedAtMicros(), ChronoUnit.MICROS),
                    json(event.payload()),
                    json(event.metadata()));
        }

        private static JsonNode json(byte[] text) {
            try {
                return JSON.readTree(text);
            } catch (JacksonException e) {
                return MissingNode.getInstance();
            }
        }

        Stream<String> cells() {
            return Stream.of(
                    Long.toString(event.position()),
                    recordedAt.toString(),
                    event.stream(),
                    Long.toString(event.version()),
                    event.type(),
                    event.revision(),
                    metadata.path("transactionId").asString(""),
                    metadata.path("role").asString(""),
                    metadata.path("actor").asString(""),
                    new String(event.payload(), StandardCharsets.UTF_8));
        }

        Map<String, @Nullable Object> fields() {
            Map<String, @Nullable Object> fields = new LinkedHashMap<>();
            fields.put("position", event.position());
            fields.put("recordedAt", recordedAt.toString());
            fields.put("stream", event.stream());
            fields.put("version", event.version());
            fields.put("type", event.type());
            fields.put("revision", event.revision());
            fields.put("endsTransaction", event.endsTransaction());
            fields.put("eventId", event.eventId().toString());
            fields.put("metadata", metadata.isMissingNode() ? null : metadata);
            fields.put("payload", payload.isMissingNode() ? null : payload);
            return fields;
        }
    }
}
