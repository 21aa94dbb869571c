package uk.vehicleregister.program.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.vehicleregister.program.Ran;
import uk.vehicleregister.program.load.Progress;
import uk.vehicleregister.transparencylog.merkle.MerkleHasher;
import uk.vehicleregister.transparencylog.note.Checkpoint;
import uk.vehicleregister.transparencylog.note.SignatureType;
import uk.vehicleregister.transparencylog.note.SignedNote;
import uk.vehicleregister.transparencylog.note.SigningKey;

class SelectionTest {

    private static final int[] CHOSEN = {3, 4, 5, 17, 255, 256, 699};

    @TempDir
    private Path directory;

    private final MadeLog log = MadeLog.of(700);
    private Path archive = Path.of("");
    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    @BeforeEach
    void anArchive() throws IOException {
        archive = directory.resolve("vehicle.zip");
        Files.deleteIfExists(archive);
        write(CHOSEN);
        entries.clear();
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            for (var all = zip.entries(); all.hasMoreElements(); ) {
                ZipEntry entry = all.nextElement();
                entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
    }

    private SelectionWriter.Written write(int... positions) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int position : positions)
            lines.append(MadeLog.line(log.get(position))).append('\n');
        Feed feed = new LineCutter(
                new ByteArrayInputStream(lines.toString().getBytes(StandardCharsets.UTF_8)), "events", 1);
        return SelectionWriter.write(log, feed, log.note, Selection.vehicle("vehicle-1"), archive, new Progress.None());
    }

    @Test
    void says_which_positions_are_proven_and_to_which_checkpoint_and_what_is_not() {
        Ran ran = verify();

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out())
                .startsWith("proven: 7 events, at positions 3-5, 17, 255-256, 699")
                .contains("of 700 events, root ")
                .contains("vehicle vehicle-1 (as the archive says; that none is left out is not proven)")
                .contains("came with the archive, and is not kept");
        assertThat(verify("--json").out())
                .contains("\"good\":true")
                .contains("\"provenPositions\":[[3,5],[17,17],[255,256],[699,699]]")
                .contains("\"complete\":\"not proven\"");
        assertThat(entries.keySet())
                .containsExactly("checkpoint", "key", "events.jsonl", "proofs.jsonl", "manifest.json");
        assertThat(text("manifest.json")).contains("That no event of the selection is left out is not proven.");
        assertThat(directory.resolve("kept")).doesNotExist();
    }

    @Test
    void of_the_same_events_is_the_same_file() throws IOException {
        byte[] first = Files.readAllBytes(archive);
        anArchive();

        assertThat(archive).hasBinaryContent(first);
    }

    @Test
    void leaves_out_what_is_after_the_checkpoint_and_counts_it() throws IOException {
        log.events.add(MadeLog.event(700, true, new Random(1)));
        Files.delete(archive);

        SelectionWriter.Written written = write(3, 700);

        assertThat(written.events()).isEqualTo(1);
        assertThat(written.notSealed()).isEqualTo(1);
        assertThat(verify().out()).startsWith("proven: 1 events, at positions 3");
    }

    @Test
    void with_any_field_of_an_event_altered_names_its_position_and_what_was_proven_before() throws IOException {
        for (String[] change : new String[][] {
            {"\\\"keeper", "\\\"keepes"},
            {"\"revision\":\"2\"", "\"revision\":\"3\""},
            {"\"version\":2", "\"version\":3"},
            {"\"endsTransaction\":true", "\"endsTransaction\":false"},
            {"{\"position\":17,", "{\"position\":18,"}
        }) {
            List<String> lines = new ArrayList<>(text("events.jsonl").lines().toList());
            assertThat(lines.get(3)).contains(change[0]);
            lines.set(3, lines.get(3).replace(change[0], change[1]));
            replace("events.jsonl", String.join("\n", lines) + "\n");
            Ran ran = verify();
            assertThat(ran.exitCode()).isEqualTo(1);
            assertThat(ran.out()).startsWith("wrong at position 1").contains("proven: 3 events, at positions 3-5");
            anArchive();
        }
    }

    @Test
    void with_a_proof_of_another_event_cut_short_or_prolonged_is_found_wrong() throws IOException {
        List<String> proofs = text("proofs.jsonl").lines().toList();
        String hash = proofs.get(3).replaceFirst(".*\\[(\"[^\"]+\").*", "$1");
        assertProof(proofs, proofs.get(2), "is the proof of position 5");
        assertProof(proofs, proofs.get(2).replace(":5,", ":17,"), "does not lead along its proof to the signed root");
        assertProof(proofs, proofs.get(3).replace(hash + ",", ""), "does not lead along its proof");
        assertProof(proofs, proofs.get(3).replace("]", "," + hash + "]"), "does not lead along its proof");
        assertProof(proofs, proofs.get(3).replace("]", ",7]"), "path: holds something that is no text");
        assertProof(proofs, proofs.get(3).replace("]}", "],\"x\":1}"), "line: has another field");
        assertProof(proofs, proofs.get(3).replace(hash, "\"AAAA\""), "is not 32 bytes in base64");
        assertProof(
                proofs,
                proofs.get(3).replace("]", ("," + hash).repeat(64) + "]"),
                "path: is longer than that of any tree");
    }

    private void assertProof(List<String> proofs, String fourth, String words) throws IOException {
        List<String> lines = new ArrayList<>(proofs);
        lines.set(3, fourth);
        replace("proofs.jsonl", String.join("\n", lines) + "\n");
        assertWrong(words);
    }

    @Test
    void with_lines_doubled_moved_or_missing_is_found_wrong() throws IOException {
        List<String> events = text("events.jsonl").lines().toList();
        List<String> proofs = text("proofs.jsonl").lines().toList();
        replace("events.jsonl", String.join("\n", events.subList(0, 6)) + "\n");
        assertWrong("proofs.jsonl, line 7: proves an event that is not there");
        replace("events.jsonl", String.join("\n", events) + "\n");
        replace("proofs.jsonl", String.join("\n", proofs.subList(0, 6)) + "\n");
        assertWrong("proofs.jsonl: ends before the events do");

        entries.put("events.jsonl", twice(events));
        entries.put("proofs.jsonl", twice(proofs));
        writeZip();
        assertWrong("position 3: events.jsonl, line 2: is not after the event of position 3");
        replace("events.jsonl", text("events.jsonl").substring(0, 100));
        assertWrong("events.jsonl, line 1: is cut off");
    }

    private static byte[] twice(List<String> lines) {
        return (lines.getFirst() + "\n" + lines.getFirst() + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /// What an inclusion proof cannot show, and what the answer therefore says.
    @Test
    void from_which_its_maker_left_out_an_event_is_good_and_says_that_this_is_not_proven() throws IOException {
        Files.delete(archive);
        write(3, 4, 699);

        assertThat(verify().exitCode()).isZero();
        assertThat(verify().out()).contains("that none is left out is not proven");
    }

    @Test
    void whose_manifest_fits_other_bytes_or_cannot_be_shown_is_found_wrong() throws IOException {
        String manifest = text("manifest.json");
        replace("key", text("key") + "\n");
        assertWrong("manifest.json: does not fit what is there for key");
        anArchive();
        replace("manifest.json", manifest.replace("\"events\":7", "\"events\":8"));
        assertWrong("manifest.json: does not fit what is there for events");
        replace("manifest.json", manifest.replace("is not proven", "is proven"));
        assertWrong("manifest.json: does not fit what is there for proves");
        replace("manifest.json", manifest.replace("vehicle vehicle-1", "\\u001b[2J"));
        assertWrong("manifest.json: has a selection that cannot be shown");
        replace("manifest.json", manifest.replace("selection/v1", "selection/v2"));
        assertWrong("manifest.json: does not fit what is there for format");
    }

    @Test
    void whose_entries_are_not_exactly_those_due_is_refused_and_nothing_is_written() throws IOException {
        byte[] evil = entries.remove("key");
        entries.put("../../evil", evil);
        writeZip();
        assertWrong("entry number 2: is not key, which is due here");
        anArchive();
        entries.put("zzz/../../evil", evil);
        writeZip();
        assertWrong("entry number 6: is one more than an archive of this size has");
        anArchive();
        entries.put("checkpoint", new byte[2_000_000]);
        writeZip();
        assertWrong("checkpoint: is longer than 1000000 bytes");
        anArchive();
        entries.put("proofs.jsonl", new byte[3 * EventLine.MOST_BYTES]);
        writeZip();
        assertWrong("proofs.jsonl, line 1: is longer than 4194304 bytes");
        try (Stream<Path> files = Files.walk(directory)) {
            assertThat(files.map(Path::getFileName).map(Path::toString)).noneMatch(name -> name.contains("evil"));
        }
    }

    @Test
    void with_any_byte_of_it_damaged_or_its_end_cut_off_is_never_good_for_more_and_never_a_fault() throws IOException {
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
            if (ran.exitCode() == 0) assertThat(ran.out()).contains("\"provenEvents\":7");
        }
        for (int length = 0; length < whole.length; length += whole.length / 50 + 1) {
            Files.write(archive, Arrays.copyOf(whole, length));
            assertWrong("archive: is no zip file, or was cut off");
        }
    }

    @Test
    void under_another_key_or_beside_another_checkpoint_of_the_same_size_is_found_wrong() throws IOException {
        Path kept = directory.resolve("kept");
        Kept.write(kept, MadeLog.KEY.verifier(), log.note);
        assertThat(verify().exitCode()).isZero();

        byte[] other = new Checkpoint(MadeLog.ORIGIN, 700, MerkleHasher.EMPTY_ROOT)
                .sign(MadeLog.KEY.author())
                .bytes();
        Kept.write(kept, MadeLog.KEY.verifier(), other);
        assertWrong("checkpoint: is another one than was kept of the same size: two histories were signed");

        SigningKey stranger = SigningKey.generate(MadeLog.ORIGIN, SignatureType.ED25519, new SecureRandom());
        Checkpoint checkpoint = Checkpoint.parse(SignedNote.parse(log.note).text());
        Kept.write(kept, stranger.verifier(), checkpoint.sign(stranger.author()).bytes());
        assertWrong("checkpoint: is not signed by the key given, or kept from last time");
    }

    @Test
    void of_a_log_that_changes_its_keys_is_good_under_the_newer_one() throws IOException {
        SigningKey next = SigningKey.generate(MadeLog.ORIGIN, SignatureType.ED25519, new SecureRandom());
        log.next = next;
        log.seal();
        Files.delete(archive);
        write(CHOSEN);

        Ran ran = verify();
        assertThat(ran.exitCode()).as(ran.out()).isZero();
        assertThat(ran.out()).contains(next.verifier().toString());
    }

    private String text(String entry) {
        return new String(entries.get(entry), StandardCharsets.UTF_8);
    }

    private void replace(String entry, String text) throws IOException {
        entries.put(entry, text.getBytes(StandardCharsets.UTF_8));
        writeZip();
    }

    private void writeZip() throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
    }

    private Ran verify(String... more) {
        List<String> command = new ArrayList<>(List.of("verify", archive.toString()));
        command.addAll(List.of("--kept", directory.resolve("kept").toString()));
        command.addAll(List.of(more));
        return Ran.command(command.toArray(String[]::new));
    }

    private void assertWrong(String words) {
        Ran ran = verify();
        assertThat(ran.out()).contains(words);
        assertThat(ran.exitCode()).isEqualTo(1);
    }
}
