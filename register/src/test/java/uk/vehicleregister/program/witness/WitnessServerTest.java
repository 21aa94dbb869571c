package uk.vehicleregister.program.witness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import uk.vehicleregister.program.Ran;
import uk.vehicleregister.program.Stopped;
import uk.vehicleregister.transparencylog.merkle.Hash;
import uk.vehicleregister.transparencylog.merkle.MerkleHasher;
import uk.vehicleregister.transparencylog.note.AddCheckpoint;
import uk.vehicleregister.transparencylog.note.Checkpoint;
import uk.vehicleregister.transparencylog.note.CheckpointPolicy;
import uk.vehicleregister.transparencylog.note.NoteSignature;
import uk.vehicleregister.transparencylog.note.SignatureType;
import uk.vehicleregister.transparencylog.note.SignedNote;
import uk.vehicleregister.transparencylog.note.SigningKey;
import uk.vehicleregister.transparencylog.note.Witness;
import uk.vehicleregister.transparencylog.tile.StoredTree;
import uk.vehicleregister.transparencylog.tile.TileDirectory;
import uk.vehicleregister.transparencylog.tile.TreeBuilder;

/// The witness as a process sees it: over HTTP, with its memory on the disk.
class WitnessServerTest {

    private static final String ORIGIN = "register.example/log";

    @TempDir
    Path folder;

    private final SigningKey log = SigningKey.generate(ORIGIN, SignatureType.ED25519, new SecureRandom());
    private SigningKey key;
    private WitnessServer server;

    @BeforeEach
    void start() throws IOException {
        key = WitnessCommand.key(folder.resolve("witness.key"), "witness.example");
        server = new WitnessServer(
                new InetSocketAddress("127.0.0.1", 0),
                new Witness(
                        WitnessCommand.known(List.of(log.verifier().toString())),
                        new WitnessMemories(folder),
                        key.witness(InstantSource.system())));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    @Timeout(value = 8, threadMode = ThreadMode.SEPARATE_THREAD)
    void whoever_sends_a_checkpoint_slowly_holds_up_nobody() throws Exception {
        try (Socket slow = new Socket("127.0.0.1", server.port())) {
            slow.getOutputStream()
                    .write("POST /add-checkpoint HTTP/1.1\r\nHost: w\r\nContent-Length: 900\r\n\r\no".getBytes(UTF_8));
            slow.getOutputStream().flush();
            StoredTree five = tree("true", 5);
            assertCosigned(add(0, five, five));
        }
    }

    @Test
    void a_log_that_changes_its_keys_is_named_by_all_that_it_tells() {
        SigningKey next = SigningKey.generate(ORIGIN, SignatureType.ED25519, new SecureRandom());
        assertThat(WitnessCommand.known(List.of(log.verifier() + "\n" + next.verifier() + "\n")))
                .isEqualTo(Map.of(ORIGIN, List.of(log.verifier(), next.verifier())));
    }

    @Test
    void it_cosigns_what_goes_on_and_refuses_a_forged_second_history_also_after_a_restart() throws Exception {
        StoredTree five = tree("true", 5);
        StoredTree nine = tree("true", 9);
        assertCosigned(add(0, five, five));
        assertCosigned(add(5, nine, nine));

        StoredTree forged = tree("forged", 12);
        assertThat(add(9, forged, forged).statusCode()).isEqualTo(422);
        assertThat(add(9, tree("true", 12), forged).statusCode())
                .as("with the true proof")
                .isEqualTo(422);
        HttpResponse<String> fromFive = add(5, forged, forged);
        assertThat(fromFive.statusCode()).isEqualTo(409);
        assertThat(fromFive.body()).isEqualTo("9\n");
        assertThat(fromFive.headers().firstValue("Content-Type")).hasValue("text/x.tlog.size");
        StoredTree sameSize = tree("forged", 9);
        assertThat(add(9, sameSize, sameSize).statusCode())
                .as("two roots at one size")
                .isEqualTo(409);
        assertThat(add(0, five, five).statusCode()).as("an old backup").isEqualTo(409);

        server.close();
        start();
        assertThat(add(9, forged, forged).statusCode()).isEqualTo(422);
        StoredTree twelve = tree("true", 12);
        assertCosigned(add(9, twelve, twelve));
    }

    @Test
    void it_answers_one_address_and_nothing_it_cannot_read() throws Exception {
        assertThat(post("/add-checkpoint", "old x\n".getBytes(UTF_8)).statusCode())
                .isEqualTo(400);
        assertThat(post("/else", new byte[0]).statusCode()).isEqualTo(404);
        assertThat(post("/add-checkpoint", new byte[AddCheckpoint.MOST_BYTES + 1])
                        .statusCode())
                .isEqualTo(413);
        assertThat(send(HttpRequest.newBuilder(address("/add-checkpoint")).GET())
                        .statusCode())
                .isEqualTo(405);
        SigningKey other = SigningKey.generate("other/log", SignatureType.ED25519, new SecureRandom());
        StoredTree tree = tree("true", 5);
        SignedNote note = new Checkpoint("other/log", 5, tree.root()).sign(other.author());
        assertThat(post("/add-checkpoint", new AddCheckpoint(0, List.of(), note).bytes())
                        .statusCode())
                .as("a log it does not know")
                .isEqualTo(404);
        SigningKey stranger = SigningKey.generate(ORIGIN, SignatureType.ED25519, new SecureRandom());
        note = new Checkpoint(ORIGIN, 5, tree.root()).sign(stranger.author());
        assertThat(post("/add-checkpoint", new AddCheckpoint(0, List.of(), note).bytes())
                        .statusCode())
                .as("not signed by the log")
                .isEqualTo(403);
    }

    @Test
    void nothing_is_cosigned_that_cannot_be_remembered() throws Exception {
        StoredTree five = tree("true", 5);
        assertCosigned(add(0, five, five));
        try (var files = java.nio.file.Files.list(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".checkpoint")).toList())
                java.nio.file.Files.writeString(file, "spoilt");
        }
        StoredTree nine = tree("true", 9);
        assertThat(add(5, nine, nine).statusCode()).isEqualTo(500);
    }

    @Test
    void its_key_is_made_once_under_its_name() throws IOException {
        assertThat(WitnessCommand.key(folder.resolve("witness.key"), null).verifier())
                .isEqualTo(key.verifier());
        assertThatThrownBy(() -> WitnessCommand.key(folder.resolve("witness.key"), "another"))
                .isInstanceOf(Stopped.class);
        assertThatThrownBy(() -> WitnessCommand.key(folder.resolve("none.key"), null))
                .isInstanceOf(Stopped.class);
        assertThat(Ran.command("witness", "--data", folder.toString(), "--log", "x")
                        .exitCode())
                .isEqualTo(2);
    }

    private void assertCosigned(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(NoteSignature.parseAll(answer.body().getBytes(UTF_8)))
                .singleElement()
                .satisfies(signature -> assertThat(
                                new CheckpointPolicy(ORIGIN, List.of(log.verifier()), List.of(key.verifier()), 1)
                                        .verify(last.with(List.of(signature))))
                        .isNotNull());
    }

    private SignedNote last;

    private HttpResponse<String> add(long old, StoredTree proving, StoredTree signed) throws Exception {
        last = new Checkpoint(ORIGIN, signed.size(), signed.root()).sign(log.author());
        List<Hash> path = proving.consistencyProof(old).path();
        return post("/add-checkpoint", new AddCheckpoint(old, path, last).bytes());
    }

    private HttpResponse<String> post(String path, byte[] body) throws Exception {
        return send(HttpRequest.newBuilder(address(path)).POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    /// A history by name: two of them differ from the first leaf on.
    private StoredTree tree(String history, int size) {
        TileDirectory tiles = new TileDirectory(folder.resolve(history));
        TreeBuilder tree = new TreeBuilder(tiles);
        for (int i = 0; i < size; i++) {
            tree.add(Hash.of(MerkleHasher.sha256().digest((history + i).getBytes(UTF_8))));
        }
        tree.writePartialTiles();
        return new StoredTree(tiles, size);
    }
}
