package uk.vehicleregister.program.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.vehicleregister.program.load.Progress;
import uk.vehicleregister.transparencylog.leaf.EventLeaf;

class HistoryViewsTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx", "\uff1d1", "\uff0b1", "\uff0d1", "\uff201"})
    void what_begins_as_a_formula_is_none(String text) {
        assertThat(CsvCell.of(text)).isEqualTo("\"'" + text + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1-1", "a=b", " =1", "'=1", "AB51 CDE"})
    void anything_else_is_left_as_it_is(String text) {
        assertThat(CsvCell.of(text)).isEqualTo("\"" + text + "\"");
    }

    @Test
    void separators_and_quotes_begin_no_cell_of_their_own() {
        assertThat(CsvCell.of("a\",=1;\"b\n=2")).isEqualTo("\"a\"\",=1;\"\"b\n=2\"");
    }

    @Test
    void every_event_of_an_archive_has_a_row_in_both() throws IOException {
        MadeLog log = MadeLog.of(3);
        EventLeaf first = log.get(0);
        log.events.set(
                0,
                new EventLeaf(
                        0,
                        new UUID(1, 2),
                        "=cmd",
                        0,
                        first.type(),
                        first.revision(),
                        1_795_771_800_123_456L,
                        false,
                        "{\"a\":[1,\"x\"]}".getBytes(StandardCharsets.UTF_8),
                        "{\"transactionId\":\"t\",\"role\":\"citizen\",\"actor\":\"@b\"}"
                                .getBytes(StandardCharsets.UTF_8)));
        log.seal();
        Path archive = directory.resolve("register.zip");
        ArchiveWriter.write(log, log.note, archive, new Progress.None());

        HistoryViews.write(archive);

        List<String> csv =
                List.of(Files.readString(directory.resolve("register.csv")).split("\r\n"));
        assertThat(csv).hasSize(4);
        assertThat(csv.getFirst()).startsWith("\"position\",\"recordedAt\",\"stream\"");
        assertThat(csv.get(1))
                .isEqualTo(
                        "\"0\",\"2026-11-27T09:30:00.123456Z\",\"'=cmd\",\"0\",\"KeeperChanged\",\"2\",\"t\",\"citizen\","
                                + "\"'@b\",\"{\"\"a\"\":[1,\"\"x\"\"]}\"");
        List<String> jsonl = Files.readAllLines(directory.resolve("register.jsonl"));
        assertThat(jsonl).hasSize(3);
        JsonNode row = JsonMapper.shared().readTree(jsonl.getFirst());
        assertThat(row.at("/payload/a/1").asString()).isEqualTo("x");
        assertThat(row.at("/metadata/actor").asString()).isEqualTo("@b");
        assertThat(row.get("recordedAt").asString()).isEqualTo("2026-11-27T09:30:00.123456Z");
    }

    @Test
    void a_payload_that_is_no_json_is_shown_as_text_in_one_and_as_null_in_the_other() throws IOException {
        MadeLog log = MadeLog.of(1);
        EventLeaf first = log.get(0);
        log.events.set(
                0,
                new EventLeaf(
                        0,
                        first.eventId(),
                        first.stream(),
                        0,
                        first.type(),
                        first.revision(),
                        first.recordedAtMicros(),
                        true,
                        "=no".getBytes(StandardCharsets.UTF_8),
                        first.metadata()));
        log.seal();
        Path archive = directory.resolve("register.zip");
        ArchiveWriter.write(log, log.note, archive, new Progress.None());

        HistoryViews.write(archive);

        assertThat(Files.readString(directory.resolve("register.csv"))).contains("\"'=no\"");
        assertThat(Files.readString(directory.resolve("register.jsonl"))).contains("\"payload\":null");
    }
}
