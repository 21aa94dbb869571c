package uk.vehicleregister.program.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.vehicleregister.program.audit.Verification.Outcome;
import uk.vehicleregister.transparencylog.leaf.EventLeaf;
import uk.vehicleregister.transparencylog.note.SignatureType;
import uk.vehicleregister.transparencylog.note.SigningKey;

class TamperedLogTest {

    private static final int SIZE = 1000;
    private static final int BAD = 517;

    @TempDir
    private Path directory;

    private final MadeLog log = MadeLog.of(SIZE);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 255, 256, 257, 512, 1000})
    void an_honest_log_of_any_size_is_good(int size) throws IOException {
        Outcome outcome = verify(MadeLog.of(size));

        assertThat(outcome.good()).isTrue();
        assertThat(outcome.verdict().goodUpTo()).isEqualTo(size - 1);
        assertThat(outcome.verdict().events()).isEqualTo(size);
        assertThat(outcome.firstUse()).isTrue();
        assertThat(outcome.keptFile()).exists();
        assertThat(verify(MadeLog.of(size)).firstUse()).isFalse();
    }

    @Test
    void a_bit_of_a_payload() throws IOException {
        EventLeaf event = log.get(BAD);
        byte[] payload = event.payload().clone();
        payload[3] ^= 1;
        log.events.set(BAD, changed(event, event.stream(), event.recordedAtMicros(), payload, event.metadata()));

        assertWrongAt(BAD, "event", "is not the one that was signed");
    }

    @Test
    void the_metadata() throws IOException {
        EventLeaf event = log.get(BAD);
        byte[] metadata = "{\"transactionId\":\"mine\"}".getBytes(StandardCharsets.UTF_8);
        log.events.set(BAD, changed(event, event.stream(), event.recordedAtMicros(), event.payload(), metadata));

        assertWrongAt(BAD, "event", "is not the one that was signed");
    }

    @Test
    void the_time() throws IOException {
        EventLeaf event = log.get(BAD);
        log.events.set(
                BAD, changed(event, event.stream(), event.recordedAtMicros() + 1, event.payload(), event.metadata()));

        assertWrongAt(BAD, "event", "is not the one that was signed");
    }

    @Test
    void two_lines_swapped() throws IOException {
        Collections.swap(log.events, BAD, BAD + 2);

        assertWrongAt(BAD, "events, line 518", "is of position 519 where 517 is due");
    }

    @Test
    void two_events_swapped_and_numbered_as_they_now_stand() throws IOException {
        Collections.swap(log.events, BAD, BAD + 2);
        number();

        assertWrongAt(BAD, "event", "is not the one that was signed");
    }

    @Test
    void one_deleted() throws IOException {
        log.events.remove(BAD);

        assertWrongAt(BAD, "events, line 518", "is of position 518 where 517 is due");
    }

    @Test
    void one_deleted_and_the_rest_numbered_anew() throws IOException {
        log.events.remove(BAD);
        number();

        assertWrongAt(BAD, "event", "is not the one that was signed");
    }

    @Test
    void one_inserted() throws IOException {
        log.events.add(BAD, MadeLog.event(BAD, true, new Random(7)));

        assertWrongAt(BAD, "event", "is not the one that was signed");
    }

    @Test
    void one_put_at_the_end() throws IOException {
        log.events.add(MadeLog.event(SIZE, true, new Random(7)));

        assertWrongAt(SIZE, "events, line 1001", "is one event more than are signed");
    }

    @Test
    void the_end_cut_off() throws IOException {
        log.events.subList(BAD, SIZE).clear();

        assertWrongAt(BAD, "event", "is missing: the log ends here, and 1000 are signed");
    }

    @Test
    void the_end_cut_off_and_one_altered_before() throws IOException {
        log.events.subList(BAD, SIZE).clear();
        EventLeaf event = log.get(300);
        log.events.set(300, changed(event, event.stream(), 1, event.payload(), event.metadata()));

        assertWrongAt(300, "event", "is not the one that was signed");
    }

    @Test
    void a_tile_of_leaves() throws IOException {
        log.tiles.get("tile/0/002")[5 * 32] ^= 1;

        assertWrongAt(BAD, "tile/0/002", "is not what the events give, which are those signed");
    }

    @Test
    void a_tile_above() throws IOException {
        log.tiles.get("tile/1/000.p/3")[2 * 32 + 1] ^= 1;

        assertWrongAt(512, "tile/1/000.p/3", "is not what the events give, which are those signed");
    }

    @Test
    void a_tile_taken_away() throws IOException {
        log.tiles.remove("tile/0/001");

        assertWrongAt(256, "tile/0/001", "is missing");
    }

    @Test
    void an_event_and_its_tile() throws IOException {
        EventLeaf event = log.get(BAD);
        log.events.set(
                BAD,
                changed(
                        event,
                        event.stream(),
                        event.recordedAtMicros(),
                        "{}".getBytes(StandardCharsets.UTF_8),
                        event.metadata()));
        log.tiles.get("tile/0/002")[5 * 32] ^= 1;

        assertWrongAt(BAD, "event", "does not agree with tile/0/002, and that does not lead to the root");
    }

    @Test
    void events_and_all_tiles_but_not_the_checkpoint() throws IOException {
        byte[] signed = log.note;
        EventLeaf event = log.get(BAD);
        log.events.set(
                BAD,
                changed(
                        event,
                        event.stream(),
                        event.recordedAtMicros(),
                        "{}".getBytes(StandardCharsets.UTF_8),
                        event.metadata()));
        log.seal().note = signed;

        assertWrongAt(
                null,
                "checkpoint",
                "events and tiles agree with each other and not with the signed root; both were altered");
    }

    @Test
    void a_checkpoint_signed_with_another_key() throws IOException {
        verify(log);
        log.key = SigningKey.generate(MadeLog.ORIGIN, SignatureType.ED25519, new SecureRandom());
        log.seal();

        assertWrongAt(null, "checkpoint", "is not signed by the key given, or kept from last time");
    }

    @Test
    void a_signature_that_is_wrong() throws IOException {
        String note = new String(log.note, StandardCharsets.UTF_8);
        log.note = note.replace("\n1000\n", "\n1001\n").getBytes(StandardCharsets.UTF_8);

        assertWrongAt(null, "checkpoint", "has a signature by the key that comes with it, and it is wrong");
    }

    @Test
    void a_checkpoint_taken_back() throws IOException {
        verify(log);
        log.events.subList(900, SIZE).clear();
        log.seal();

        Verdict verdict = verify(log).verdict();
        assertThat(verdict.wrong())
                .isEqualTo(Finding.at(
                        900, "checkpoint", "was taken back: it is of 900 events, and 1000 were signed before"));
        assertThat(verdict.goodUpTo()).as("nothing was read").isEqualTo(-1);
    }

    @Test
    void another_history_of_the_same_size() throws IOException {
        verify(log);
        rewritePast();

        assertWrongAt(null, "checkpoint", "is another one than was kept of the same size: two histories were signed");
    }

    @Test
    void the_past_rewritten_and_signed_anew() throws IOException {
        verify(log);
        log.events.set(SIZE - 1, MadeLog.event(SIZE - 1, true, new Random(3)));
        log.events.add(MadeLog.event(SIZE, true, new Random(3)));
        log.seal();

        assertWrongAt(
                null,
                "checkpoint",
                "the first 1000 events are not those of the checkpoint kept from last time; the past was rewritten");
    }

    @Test
    void nothing_when_the_log_has_only_grown_and_the_newer_checkpoint_is_kept() throws IOException {
        verify(log);
        for (int i = SIZE; i < 1300; i++) log.events.add(MadeLog.event(i, true, new Random(i)));

        Outcome outcome = verify(log.seal());

        assertThat(outcome.good()).isTrue();
        assertThat(Files.readString(directory.resolve("kept"))).contains("\n1300\n");
    }

    @Test
    void nothing_is_kept_of_what_is_wrong() throws IOException {
        verify(log);
        for (int i = SIZE; i < 1300; i++) log.events.add(MadeLog.event(i, true, new Random(i)));
        log.seal().events.remove(BAD);

        assertThat(verify(log).good()).isFalse();
        assertThat(Files.readString(directory.resolve("kept"))).contains("\n1000\n");
    }

    @Test
    void a_time_that_falls_although_it_was_signed() throws IOException {
        EventLeaf event = log.get(BAD);
        log.events.set(BAD, changed(event, event.stream(), 5, event.payload(), event.metadata()));
        log.seal();

        assertWrongAt(BAD, "event", "was recorded before the event ahead of it");
    }

    @Test
    void a_version_left_out_although_it_was_signed() throws IOException {
        EventLeaf event = log.get(BAD);
        log.events.set(BAD, changed(event, "vehicle-1", event.recordedAtMicros(), event.payload(), event.metadata()));
        log.seal();

        assertWrongAt(BAD, "event", "has version 1 where its stream has come to 3");
    }

    @Test
    void a_checkpoint_in_the_middle_of_a_transaction() throws IOException {
        log.events.remove(SIZE - 1);
        log.seal();

        assertWrongAt(SIZE - 2, "event", "is the last one signed, and its transaction goes on after it");
    }

    private void rewritePast() {
        EventLeaf event = log.get(BAD);
        log.events.set(
                BAD,
                changed(
                        event,
                        event.stream(),
                        event.recordedAtMicros(),
                        "{}".getBytes(StandardCharsets.UTF_8),
                        event.metadata()));
        log.seal();
    }

    private void number() {
        for (int i = 0; i < log.events.size(); i++) {
            EventLeaf e = log.get(i);
            log.events.set(
                    i,
                    new EventLeaf(
                            i,
                            e.eventId(),
                            e.stream(),
                            e.version(),
                            e.type(),
                            e.revision(),
                            e.recordedAtMicros(),
                            e.endsTransaction(),
                            e.payload(),
                            e.metadata()));
        }
    }

    private static EventLeaf changed(EventLeaf e, String stream, long time, byte[] payload, byte[] metadata) {
        UUID id = e.eventId();
        return new EventLeaf(
                e.position(),
                id,
                stream,
                e.version(),
                e.type(),
                e.revision(),
                time,
                e.endsTransaction(),
                payload,
                metadata);
    }

    private Outcome verify(MadeLog of) throws IOException {
        return new Verification(of, null, directory.resolve("kept"), true).run();
    }

    private void assertWrongAt(@Nullable Integer position, String where, String what) throws IOException {
        Outcome outcome = verify(log);
        Finding expected = new Finding(position == null ? null : (long) position, where, what);
        assertThat(outcome.verdict().wrong()).isEqualTo(expected);
        if (position != null) assertThat(outcome.verdict().goodUpTo()).isEqualTo(position - 1);
    }
}
