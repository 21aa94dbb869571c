package uk.vehicleregister.program.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.vehicleregister.program.Ran;
import uk.vehicleregister.program.load.Progress;
import uk.vehicleregister.transparencylog.note.SignatureType;
import uk.vehicleregister.transparencylog.note.SignedNote;
import uk.vehicleregister.transparencylog.note.SigningKey;

class ArchiveTest {

    private static final String EVENTS = "events/00000000.jsonl";

    @TempDir
    private Path directory;

    private final MadeLog log = MadeLog.of(700);
    private Path archive = Path.of("");
    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    @BeforeEach
    void anArchive() throws IOException {
        archive = directory.resolve("register.zip");
        ArchiveWriter.write(log, log.note, archive, new Progress.None());
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            for (var all = zip.entries(); all.hasMoreElements(); ) {
                ZipEntry entry = all.nextElement();
                entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
    }

    @Test
    void is_good_and_readable_line_by_line_with_ordinary_tools() {
        assertThat(verify().out())
                .startsWith("good up to position 699")
                .contains("trusted")
                .contains(log.key());
        assertThat(entries.keySet())
                .containsExactly(
                        "checkpoint",
                        "key",
                        EVENTS,
                        "tile/0/000",
                        "tile/0/001",
                        "tile/0/002.p/188",
                        "tile/1/000.p/2",
                        "manifest.json");
        assertThat(text(EVENTS)).isEqualTo(log.lines());
        assertThat(text("manifest.json"))
                .startsWith(
                        "{\"format\":\"vehicle-register-archive/v1\",\n\"origin\":\"register.test/log\",\n\"size\":700,");
    }

    @Test
    void of_the_same_log_is_the_same_file() throws IOException {
        Path again = directory.resolve("again.zip");
        ArchiveWriter.write(log, log.note, again, new Progress.None());

        assertThat(again).hasSameBinaryContentAs(archive);
    }

    @Test
    void of_a_log_that_changes_its_keys_is_good_under_both_and_the_newer_one_is_kept() throws IOException {
        SigningKey next = SigningKey.generate(MadeLog.ORIGIN, SignatureType.ED25519, new SecureRandom());
        log.next = next;
        log.seal();
        archive = directory.resolve("changing.zip");
        ArchiveWriter.write(log, log.note, archive, new Progress.None());
        Path kept = directory.resolve("changing.kept");

        assertThat(verify("--kept", kept.toString()).out())
                .startsWith("good up to position 699")
                .contains(next.verifier().toString());
        assertThat(Kept.read(kept).orElseThrow().key()).isEqualTo(next.verifier());
        Files.delete(kept);
        assertThat(verify(
                                "--kept",
                                kept.toString(),
                                "--key",
                                MadeLog.KEY.verifier().toString())
                        .out())
                .startsWith("good up to position 699");
        Path both = Files.writeString(directory.resolve("both.key"), log.key() + "\n");
        Ran undecided = verify("--key", both.toString());
        assertThat(undecided.exitCode()).isEqualTo(2);
        assertThat(undecided.err()).contains("several keys").contains("Give one of them");
    }

    @Test
    void whose_newest_key_has_not_signed_yet_is_good_by_the_one_that_has() throws IOException {
        log.next = SigningKey.generate(MadeLog.ORIGIN, SignatureType.ED25519, new SecureRandom());
        archive = directory.resolve("early.zip");
        ArchiveWriter.write(log, log.note, archive, new Progress.None());

        assertThat(verify("--kept", directory.resolve("early.kept").toString()).out())
                .startsWith("good up to position 699")
                .contains(MadeLog.KEY.verifier().toString());
    }

    @Test
    void under_which_one_of_two_published_keys_signed_wrongly_is_wrong_at_first_sight() throws IOException {
        log.next = SigningKey.generate(MadeLog.ORIGIN, SignatureType.ED25519, new SecureRandom());
        log.seal();
        String text = new String(log.note, UTF_8).stripTrailing();
        int last = text.lastIndexOf(' ') + 20; // within the second signature, behind its key id
        log.note = (text.substring(0, last) + (text.charAt(last) == 'A' ? 'B' : 'A') + text.substring(last + 1) + "\n")
                .getBytes(UTF_8);
        archive = directory.resolve("wrongly.zip");
        ArchiveWriter.write(log, log.note, archive, new Progress.None());

        Ran ran = verify("--kept", directory.resolve("wrongly.kept").toString());
        assertThat(ran.out()).contains("has a signature by the key that comes with it, and it is wrong");
        assertThat(ran.exitCode()).isEqualTo(1);
    }

    @Test
    void that_is_signed_anew_by_the_logs_own_key_is_wrong_for_whoever_asks_for_a_witness() throws IOException {
        SigningKey witness = SigningKey.generate("witness.test", SignatureType.COSIGNATURE, new SecureRandom());
        SigningKey other = SigningKey.generate("other.test", SignatureType.COSIGNATURE, new SecureRandom());
        SignedNote signed = SignedNote.parse(log.note);
        log.note = signed.with(List.of(witness.witness(InstantSource.system()).sign(signed.text())))
                .bytes();
        archive = directory.resolve("cosigned.zip");
        ArchiveWriter.write(log, log.note, archive, new Progress.None());
        String[] both = {
            "--witness",
            witness.verifier().toString(),
            "--witness",
            other.verifier().toString()
        };
        assertThat(verify("--witness", witness.verifier().toString()).out()).startsWith("good up to position 699");
        assertThat(verify(both).out()).contains("is cosigned by 1 of the 2 witnesses given, and 2 are needed");
        assertThat(verify(both[0], both[1], both[2], both[3], "--witnesses-needed", "1")
                        .exitCode())
                .isZero();

        log.note = signed.bytes();
        archive = directory.resolve("anew.zip");
        ArchiveWriter.write(log, log.note, archive, new Progress.None());
        Ran anew = verify("--witness", witness.verifier().toString());
        assertThat(anew.exitCode()).isEqualTo(1);
        assertThat(anew.out()).contains("is cosigned by 0 of the 1 witnesses given, and 1 are needed");
        assertThat(verify("--witness", MadeLog.KEY.verifier().toString()).exitCode())
                .isEqualTo(2);
        assertThat(verify("--witnesses-needed", "1").exitCode()).isEqualTo(2);
    }

    @Test
    void of_more_events_than_a_file_holds_is_good_and_loses_none() throws IOException {
        MadeLog large = MadeLog.of(2 * ArchiveLayout.EVENTS_PER_FILE + 2);
        archive = directory.resolve("large.zip");
        ArchiveWriter.write(large, large.note, archive, new Progress.None());

        assertThat(verify("--json").out()).contains("\"good\":true,\"goodUpTo\":200001");
        MadeLog full = MadeLog.of(ArchiveLayout.EVENTS_PER_FILE);
        archive = directory.resolve("full.zip");
        ArchiveWriter.write(full, full.note, archive, new Progress.None());
        assertThat(verify("--json", "--kept", directory.resolve("other").toString())
                        .out())
                .contains("\"good\":true,\"goodUpTo\":99999");
    }

    @Test
    void with_an_altered_event_names_its_position() throws IOException {
        replace(
                EVENTS,
                text(EVENTS)
                        .replace(
                                "\"eventId\":\"" + log.get(400).eventId(),
                                "\"eventId\":\"" + log.get(0).eventId()));

        assertWrong("position 400: event: is not the one that was signed");
        assertThat(verify().out()).contains("good up to position 399");
    }

    @Test
    void with_lines_missing_doubled_or_cut_off_names_the_line() throws IOException {
        List<String> lines = new ArrayList<>(text(EVENTS).lines().toList());
        String whole = text(EVENTS);
        String line = lines.remove(400);
        replace(EVENTS, String.join("\n", lines) + "\n");
        assertWrong("position 400: " + EVENTS + ", line 401: is of position 401 where 400 is due");

        replace(EVENTS, whole.replace(line, line + "\n" + line));
        assertWrong("position 401: " + EVENTS + ", line 402: is of position 400 where 401 is due");

        replace(EVENTS, whole.substring(0, whole.length() - 10));
        assertWrong("position 699: " + EVENTS + ", line 700: is cut off");

        replace(EVENTS, String.join("\n", lines.subList(0, 300)) + "\n");
        assertWrong("position 300: " + EVENTS + ": has 300 lines and not 700");

        replace(
                EVENTS,
                whole.replace("\"stream\":\"vehicle-7\",", "\"stream\":\"vehicle-7\",\"stream\":\"vehicle-8\","));
        assertWrong("position 21: " + EVENTS + ", line 22: version: is not where it should be");

        replace(EVENTS, whole.replaceFirst("\\{\\\\\"keeper", Matcher.quoteReplacement("\\ud800{\\\"keeper")));
        assertWrong("position 0: " + EVENTS + ", line 1: payload: has half of a surrogate pair");
    }

    @Test
    void with_a_line_without_end_is_refused_before_it_is_read_whole() throws IOException {
        entries.put(EVENTS, new byte[3 * EventLine.MOST_BYTES]);
        write();

        assertWrong("position 0: " + EVENTS + ", line 1: is longer than 4194304 bytes");
    }

    @Test
    void with_an_entry_larger_than_it_may_be_is_refused() throws IOException {
        entries.put("tile/0/000", new byte[50_000_000]);
        write();
        assertWrong("tile/0/000: is longer than 8192 bytes");

        entries.put("checkpoint", new byte[2_000_000]);
        write();
        assertWrong("checkpoint: is longer than 1000000 bytes");
    }

    @Test
    void whose_entries_are_not_exactly_those_due_is_refused_and_nothing_is_written() throws IOException {
        byte[] evil = entries.remove("key");
        entries.put("../../evil", evil);
        write();
        assertWrong("entry number 2: is not key, which is due here");
        entries.remove("../../evil");
        entries.put("key", evil);
        write(); // the last now
        assertWrong("entry number 2: is not key, which is due here");
        entries.remove("manifest.json");
        anArchiveAgain();
        byte[] tile = entries.remove("tile/0/001");
        write();
        assertWrong("entry number 5: is not tile/0/001, which is due here");
        anArchiveAgain();
        entries.put("zzz/../../evil", tile);
        write();
        assertWrong("entry number 9: is one more than an archive of this size has");
        anArchiveAgain();
        entries.remove("manifest.json");
        write();
        assertWrong("entry manifest.json: is missing");
        try (Stream<Path> files = Files.walk(directory)) {
            assertThat(files.map(Path::getFileName).map(Path::toString)).noneMatch(name -> name.contains("evil"));
        }
    }

    @Test
    void with_an_entry_doubled_is_refused() throws IOException {
        Map<String, byte[]> doubled = new LinkedHashMap<>();
        entries.forEach((name, bytes) -> {
            doubled.put(name, bytes);
            if (name.equals("key")) doubled.put("kez", bytes);
        });
        entries.clear();
        entries.putAll(doubled);
        write();
        byte[] zip = Files.readAllBytes(archive);
        for (int i = 0; i < zip.length - 2; i++)
            if (zip[i] == 'k' && zip[i + 1] == 'e' && zip[i + 2] == 'z') zip[i + 2] = 'y';
        Files.write(archive, zip);

        assertWrong("entry number 3: is not " + EVENTS + ", which is due here: doubled");
    }

    @Test
    void that_claims_a_size_beyond_all_measure_is_refused_at_once() throws IOException {
        replace("checkpoint", text("checkpoint").replace("\n700\n", "\n4611686018427387904\n"));

        assertWrong("entry number 4: is not events/00000001.jsonl, which is due here");
    }

    @Test
    void that_is_cut_off_or_no_zip_file_is_refused() throws IOException {
        byte[] whole = Files.readAllBytes(archive);
        for (int length : new int[] {0, 1, 21, 22, 1000, whole.length / 2, whole.length - 22, whole.length - 1}) {
            Files.write(archive, Arrays.copyOf(whole, length));
            assertWrong("archive: is no zip file, or was cut off");
        }
        Files.write(archive, "good up to position 7".repeat(100).getBytes(StandardCharsets.UTF_8));
        assertWrong("archive: is no zip file, or was cut off");
        byte[] endless = whole.clone();
        Arrays.fill(endless, whole.length - 10, whole.length - 6, (byte) 0xF0);
        Files.write(archive, endless);
        assertWrong("archive: lists too many entries to be read");
        assertThat(Ran.command("verify", directory.resolve("none.zip").toString())
                        .exitCode())
                .isEqualTo(2);
    }

    @Test
    void with_any_byte_of_it_damaged_is_never_good_and_never_a_fault() throws IOException {
        byte[] whole = Files.readAllBytes(archive);
        for (int i = 0; i < whole.length; i += whole.length / 300 + 1) {
            byte[] damaged = whole.clone();
            damaged[i] ^= 0x55;
            Files.write(archive, damaged);
            Ran ran = verify("--json");
            assertThat(ran.exitCode())
                    .as("byte " + i + ": " + ran.out() + ran.err())
                    .isIn(0, 1);
            // what is not part of any content (times, versions, attributes) is not looked at
            if (ran.exitCode() == 0) assertThat(ran.out()).contains("\"goodUpTo\":699");
        }
    }

    @Test
    void whose_manifest_tells_of_other_bytes_is_found_wrong() throws IOException {
        String manifest = text("manifest.json");
        replace("key", text("key") + "\n");
        assertWrong("manifest.json: does not fit what is there for key");
        assertThat(verify().out()).contains("good up to position 699");

        anArchiveAgain();
        replace("manifest.json", manifest.replace("archive/v1", "archive/v2"));
        assertWrong("manifest.json: does not fit what is there for format");
    }

    private void anArchiveAgain() throws IOException {
        Files.delete(archive);
        entries.clear();
        anArchive();
    }

    private String text(String entry) {
        return new String(entries.get(entry), StandardCharsets.UTF_8);
    }

    private void replace(String entry, String text) throws IOException {
        entries.put(entry, text.getBytes(StandardCharsets.UTF_8));
        write();
    }

    private void write() throws IOException {
        try (OutputStream out = Files.newOutputStream(archive);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
    }

    private Ran verify(String... more) {
        List<String> command = new ArrayList<>(List.of("verify", archive.toString()));
        command.addAll(List.of(more));
        if (!command.contains("--kept"))
            command.addAll(List.of("--kept", directory.resolve("kept").toString()));
        return Ran.command(command.toArray(String[]::new));
    }

    private void assertWrong(String words) {
        Ran ran = verify();
        assertThat(ran.out()).contains(words);
        assertThat(ran.exitCode()).isEqualTo(1);
    }
}
