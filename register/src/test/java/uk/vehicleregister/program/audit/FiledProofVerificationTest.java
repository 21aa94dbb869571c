package uk.vehicleregister.program.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.vehicleregister.program.Ran;
import uk.vehicleregister.transparencylog.leaf.EventLeaf;
import uk.vehicleregister.transparencylog.leaf.LeafFormat;
import uk.vehicleregister.transparencylog.merkle.Hash;
import uk.vehicleregister.transparencylog.note.FiledProof;
import uk.vehicleregister.transparencylog.note.SignatureType;
import uk.vehicleregister.transparencylog.note.SignedNote;
import uk.vehicleregister.transparencylog.note.SigningKey;
import uk.vehicleregister.transparencylog.tile.StoredTree;

/// What somebody finds who kept a transaction's receipt, with no register at hand.
class FiledProofVerificationTest {

    @TempDir
    private Path directory;

    private final MadeLog log = MadeLog.of(11);
    private final String key = MadeLog.KEY.verifier().toString();

    @Test
    void a_receipt_is_good_by_the_key_given_and_tells_its_event() throws IOException {
        Ran ran = verify(proof(7), "--key", key);
        assertThat(ran.out())
                .contains("good: the event is in the log", "KeeperChanged, version 1 of vehicle-2", "signed size  11");
        assertThat(ran.exitCode()).isZero();
        assertThat(verify(proof(7), "--key", key, "--json").out())
                .contains("\"good\":true", "\"position\":7", "\"stream\":\"vehicle-2\"", "\"size\":11");
    }

    @Test
    void without_a_key_it_says_where_to_get_one() throws IOException {
        Ran ran = verify(proof(7));
        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).contains("--key", "/v1/log/key");
    }

    @Test
    void the_key_kept_from_an_audit_is_enough_and_a_second_history_of_the_same_size_is_seen() throws IOException {
        Kept.write(directory.resolve("kept"), MadeLog.KEY.verifier(), log.note);
        assertThat(verify(proof(7)).exitCode()).isZero();

        log.events.set(3, MadeLog.event(3, true, new Random(5)));
        log.seal();
        assertWrong(proof(7), "another one than was kept");
    }

    @Test
    void what_was_altered_is_found() throws IOException {
        FiledProof good = proof(7);
        assertWrong(with(good, leafOf(MadeLog.event(7, true, new Random(5)))), "event: is not the one that was signed");
        assertWrong(with(good, leafOf(log.get(6))), "extra: is the event of position 6");
        List<Hash> path = new ArrayList<>(good.path());
        path.set(0, path.get(1));
        assertWrong(new FiledProof(good.extra(), 7, path, good.checkpoint()), "event: is not the one that was signed");
        assertWrong(
                new FiledProof(good.extra(), 7, path.subList(1, path.size()), good.checkpoint()),
                "comes with a path that does not fit");
        SignedNote another = SignedNote.parse(log.note);
        log.key = SigningKey.generate(MadeLog.ORIGIN, SignatureType.ED25519, new SecureRandom());
        log.seal();
        assertWrong(
                new FiledProof(good.extra(), 7, good.path(), SignedNote.parse(log.note)), "is not signed by the key");
        assertThat(verify(new FiledProof(good.extra(), 7, good.path(), another), "--key", key)
                        .exitCode())
                .isZero();
    }

    @Test
    void what_cannot_be_read_is_refused() throws IOException {
        assertRefused(new FiledProof(null, 7, proof(7).path(), proof(7).checkpoint()).bytes(), "extra: is missing");
        assertRefused(with(proof(7), new byte[] {1, 2, 3}).bytes(), "does not begin with the tag of a leaf");
        assertRefused("c2sp.org/tlog-proof@v2\nindex 1\n".getBytes(UTF_8), "is not c2sp.org/tlog-proof@v1");
        String text = proof(7).toString();
        assertRefused(text.substring(0, text.length() / 2).getBytes(UTF_8), "");
    }

    /// The words of an event are somebody's, and a terminal obeys some of them.
    @Test
    void nothing_of_an_event_reaches_the_terminal_that_it_would_obey() throws IOException {
        EventLeaf event = log.get(7);
        log.events.set(
                7,
                new EventLeaf(
                        7,
                        event.eventId(),
                        "vehicle-\u001b[2J",
                        0,
                        event.type(),
                        event.revision(),
                        event.recordedAtMicros(),
                        true,
                        "\u009b2J\u202e".getBytes(UTF_8),
                        event.metadata()));
        log.seal();
        Ran ran = verify(proof(7), "--key", key);
        assertThat(ran.out()).contains("vehicle-?[2J").doesNotContain("\u001b", "\u009b", "\u202e");
    }

    private FiledProof proof(int position) {
        StoredTree tree = new StoredTree(log, log.events.size());
        return new FiledProof(
                leafOf(log.get(position)),
                position,
                tree.inclusionProof(position).path(),
                SignedNote.parse(log.note));
    }

    private static byte[] leafOf(EventLeaf event) {
        return LeafFormat.encode(event);
    }

    private static FiledProof with(FiledProof proof, byte @Nullable [] extra) {
        return new FiledProof(extra, proof.position(), proof.path(), proof.checkpoint());
    }

    private void assertWrong(FiledProof proof, String what) throws IOException {
        Ran ran = verify(proof, "--key", key);
        assertThat(ran.out()).contains("wrong at").contains(what).doesNotContain("good:");
        assertThat(ran.exitCode()).isEqualTo(1);
    }

    private void assertRefused(byte[] file, String what) throws IOException {
        Ran ran = verify(file, "--key", key);
        assertThat(ran.out()).contains("refused: ").contains(what).doesNotContain("Exception");
        assertThat(ran.exitCode()).isEqualTo(1);
    }

    private Ran verify(FiledProof proof, String... more) throws IOException {
        return verify(proof.bytes(), more);
    }

    private Ran verify(byte[] proof, String... more) throws IOException {
        Path file = directory.resolve("receipt.tlog-proof");
        Files.write(file, proof);
        List<String> arguments = new ArrayList<>(List.of(
                "verify", file.toString(), "--kept", directory.resolve("kept").toString()));
        arguments.addAll(List.of(more));
        return Ran.command(arguments.toArray(String[]::new));
    }
}
