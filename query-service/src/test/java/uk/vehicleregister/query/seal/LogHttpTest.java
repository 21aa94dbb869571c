package uk.vehicleregister.query.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import uk.vehicleregister.query.RunningService;
import uk.vehicleregister.query.TestVehicle;
import uk.vehicleregister.transparencylog.leaf.LeafFormat;
import uk.vehicleregister.transparencylog.leaf.LeafHasher;
import uk.vehicleregister.transparencylog.merkle.ConsistencyProof;
import uk.vehicleregister.transparencylog.merkle.Hash;
import uk.vehicleregister.transparencylog.merkle.InclusionProof;
import uk.vehicleregister.transparencylog.note.Checkpoint;
import uk.vehicleregister.transparencylog.note.CheckpointPolicy;
import uk.vehicleregister.transparencylog.note.FiledProof;
import uk.vehicleregister.transparencylog.note.SignedNote;
import uk.vehicleregister.transparencylog.note.VerifierKey;
import uk.vehicleregister.transparencylog.tile.StoredTree;
import uk.vehicleregister.transparencylog.tile.Tile;

/// The log as everybody sees it, over HTTP: checked with the library and nothing from inside.
class LogHttpTest {

    private static final String ORIGIN = "register.example/log";

    private static RunningService service;

    @BeforeAll
    static void start() throws IOException {
        Path key = Files.createTempDirectory("sealing").resolve("log.key");
        service = RunningService.with(Map.of(
                "register.seal.key", key.toString(), "register.log.origin", ORIGIN, "register.keys.create", "true"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void a_checkpoint_is_published_within_five_seconds_of_an_event_for_anybody_to_keep() {
        long position = applied(UUID.randomUUID());
        Checkpoint checkpoint = sealedBeyond(position);
        assertThat(checkpoint.origin()).isEqualTo(ORIGIN);

        RunningService.Answer answer = service.get("/v1/log/checkpoint");
        assertThat(answer.header("Content-Type")).startsWith("text/plain");
        assertThat(answer.header("Cache-Control")).contains("public").contains("max-age=1");
        assertThat(service.get("/v1/log/key").header("Cache-Control")).contains("public");
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(
                        () -> assertThat(service.get("/actuator/prometheus").text())
                                .contains("register_log_sealed_size " + (double) checkpoint.size())
                                .contains("register_log_sealer_refused 0.0"));
        assertThat(service.get("/actuator/health").text()).contains("\"SEALING\"");
    }

    @Test
    void its_tiles_make_its_root_and_may_be_kept_for_ever() throws Exception {
        Checkpoint checkpoint = sealedBeyond(applied(UUID.randomUUID()));
        StoredTree fetched = new StoredTree(LogHttpTest::fetch, checkpoint.size());
        assertThat(fetched.root()).isEqualTo(checkpoint.root());

        RunningService.Answer tile = service.get("/v1/log/tile/0/000.p/1");
        assertThat(tile.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
        assertThat(tile.header("Content-Type")).isEqualTo("application/octet-stream");
    }

    @Test
    void what_is_no_tile_or_not_sealed_is_unknown() {
        sealedBeyond(applied(UUID.randomUUID()));
        for (String path : List.of(
                "0/000.p/255",
                "0/001",
                "0/000",
                "1/000.p/1",
                "8/000",
                "0/00",
                "0/000.p/0",
                "0/000.p/256",
                "0/x001/234",
                "0/000/",
                "0",
                "entries/000",
                "0/-01")) {
            RunningService.Answer answer = service.get("/v1/log/tile/" + path);
            assertThat(answer.status()).as(path).isEqualTo(404);
            assertThat(answer.header("Content-Type")).as(path).isEqualTo("application/problem+json");
            assertThat(answer.header("Cache-Control")).as(path).doesNotContain("immutable");
        }
    }

    @Test
    void an_auditor_gets_proofs_that_hold() {
        long position = applied(UUID.randomUUID());
        Checkpoint earlier = sealedBeyond(position);
        sealedBeyond(applied(UUID.randomUUID()));

        JsonNode inclusion = prove("{\"position\":" + position + "}").json();
        Checkpoint checkpoint = verified(inclusion.get("checkpoint").asString());
        Hash leaf = Hash.of(
                java.util.Base64.getDecoder().decode(inclusion.get("leaf").asString()));
        new InclusionProof(position, checkpoint.size(), path(inclusion)).verify(leaf, checkpoint.root());

        JsonNode consistency = prove("{\"from\":" + earlier.size() + "}").json();
        checkpoint = verified(consistency.get("checkpoint").asString());
        assertThat(consistency.get("to").asLong()).isEqualTo(checkpoint.size());
        new ConsistencyProof(earlier.size(), checkpoint.size(), path(consistency))
                .verify(earlier.root(), checkpoint.root());

        JsonNode older = prove("{\"from\":1,\"to\":" + earlier.size() + "}").json();
        StoredTree tree = new StoredTree(LogHttpTest::fetch, checkpoint.size());
        new ConsistencyProof(1, earlier.size(), path(older)).verify(tree.rootAt(1), earlier.root());
    }

    @Test
    void a_question_for_a_proof_is_read_strictly() {
        sealedBeyond(applied(UUID.randomUUID()));
        for (String body : List.of(
                "{}",
                "{\"position\":-1}",
                "{\"position\":\"1\"}",
                "{\"position\":0,\"from\":0}",
                "{\"position\":0,\"to\":1}",
                "{\"from\":2,\"to\":1}",
                "{\"to\":1}",
                "{\"from\":0,\"x\":1}",
                "[]")) assertThat(prove(body).status()).as(body).isEqualTo(400);
        for (String body : List.of(
                "{\"position\":999999}",
                "{\"position\":9223372036854775806}",
                "{\"from\":999999}",
                "{\"from\":0,\"to\":999999}"))
            assertThat(prove(body).status()).as(body).isEqualTo(404);
        assertThat(service.post("/v1/log/proofs", "{\"position\":0}").status()).isEqualTo(401);
    }

    @Test
    void a_transaction_has_a_receipt_once_it_is_sealed_for_who_applied() {
        UUID transaction = UUID.randomUUID();
        long position = applied(transaction);
        String path = "/v1/transactions/" + transaction + "/receipt";
        String mine = "Bearer " + service.token("citizen");
        await().atMost(Duration.ofSeconds(6)).untilAsserted(() -> {
            RunningService.Answer answer =
                    service.get(path, "Authorization", mine, "If-Position-At-Least", "" + position);
            if (answer.status() == 503) {
                assertThat(answer.json().get("code").asString()).isEqualTo("NOT_SEALED");
                assertThat(answer.header("Retry-After")).isNotEmpty();
            }
            assertThat(answer.status()).isEqualTo(200);
        });

        RunningService.Answer answer = service.get(path, "Authorization", mine);
        FiledProof proof = FiledProof.parse(answer.text().getBytes(UTF_8));
        assertThat(proof.position()).as("the last event of the transaction").isEqualTo(position);
        proof.verify(new LeafHasher().hash(LeafFormat.decode(proof.extra())), policy());
        assertThat(LeafFormat.decode(proof.extra()).endsTransaction()).isTrue();
        assertThat(answer.header("Content-Disposition")).contains(transaction + ".tlog-proof");
        assertThat(answer.header("Cache-Control")).contains("no-store");

        String stranger = "Bearer " + service.tokenOf("stranger", "citizen");
        assertThat(service.get(path, "Authorization", stranger).status()).isEqualTo(404);
        assertThat(service.get("/v1/transactions/" + UUID.randomUUID() + "/receipt", "Authorization", mine)
                        .status())
                .isEqualTo(404);
        assertThat(service.get(path).status()).isEqualTo(401);
    }

    @Test
    void without_a_sealer_everything_else_goes_on() {
        RunningService plain = RunningService.shared();
        assertThat(plain.get("/v1/log/checkpoint").status()).isEqualTo(404);
        assertThat(plain.get("/v1/log/key").status()).isEqualTo(404);
        assertThat(plain.get("/actuator/health").text()).contains("\"OFF\"");
        UUID transaction = UUID.randomUUID();
        TestVehicle vehicle = TestVehicle.registeredOn("2010-03-01");
        long position = plain.log.appendBy("citizen", plain.pseudonym(), transaction, vehicle.registered(null));
        RunningService.Answer answer = plain.get(
                "/v1/transactions/" + transaction + "/receipt",
                "Authorization",
                "Bearer " + plain.token("citizen"),
                "If-Position-At-Least",
                "" + position);
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.json().get("code").asString()).isEqualTo("NOT_SEALED");
        assertThat(plain.postAs("auditor", position, "/v1/log/proofs", "{\"position\":" + position + "}")
                        .status())
                .isEqualTo(503);
    }

    private static long applied(UUID transaction) {
        TestVehicle vehicle = TestVehicle.registeredOn("2010-03-01");
        return service.log.appendBy(
                "citizen",
                service.pseudonym(),
                transaction,
                vehicle.registered(TestVehicle.person(service.log)),
                vehicle.issued());
    }

    private static Checkpoint sealedBeyond(long position) {
        return await().atMost(Duration.ofSeconds(5))
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptions()
                .until(() -> verified(service.get("/v1/log/checkpoint").text()), found -> found.size() > position);
    }

    private static Checkpoint verified(String note) {
        return policy().verify(SignedNote.parse(note.getBytes(UTF_8)));
    }

    private static CheckpointPolicy policy() {
        return new CheckpointPolicy(
                ORIGIN, VerifierKey.parse(service.get("/v1/log/key").text().strip()));
    }

    private static RunningService.Answer prove(String body) {
        return service.post("/v1/log/proofs", body, "Authorization", "Bearer " + service.token("auditor"));
    }

    private static List<Hash> path(JsonNode answer) {
        return answer.get("path")
                .valueStream()
                .map(hash -> Hash.of(java.util.Base64.getDecoder().decode(hash.asString())))
                .toList();
    }

    private static byte[] fetch(Tile tile) {
        try {
            HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                    .send(service.request("/v1/log/" + tile.path()).build(), HttpResponse.BodyHandlers.ofByteArray());
            return answer.statusCode() == 200 ? answer.body() : null;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
