package uk.vehicleregister.query.wholooked;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.eventstore.vault.LocalKeys;
import uk.vehicleregister.kernel.disclosure.DisclosureKind;
import uk.vehicleregister.kernel.disclosure.DisclosurePurpose;
import uk.vehicleregister.kernel.event.RecordDisclosed;
import uk.vehicleregister.kernel.event.V5CIssued;
import uk.vehicleregister.kernel.paper.Credential;
import uk.vehicleregister.query.RunningService;
import uk.vehicleregister.query.RunningService.Answer;
import uk.vehicleregister.query.TestVehicle;
import uk.vehicleregister.query.disclosure.Recorded;
import uk.vehicleregister.transparencylog.leaf.LeafFormat;
import uk.vehicleregister.transparencylog.leaf.LeafHasher;
import uk.vehicleregister.transparencylog.note.CheckpointPolicy;
import uk.vehicleregister.transparencylog.note.FiledProof;
import uk.vehicleregister.transparencylog.note.VerifierKey;

/// A look can be proven like any event: by the keeper, by who looked, and by an auditor.
class ProvenLookTest {

    private static final String ORIGIN = "register.example/log";
    private static final String REFERENCE = "11111111111";

    private static RunningService service;
    private static TestVehicle car;
    private static long registered;

    @BeforeAll
    static void start() throws Exception {
        Path key = Files.createTempDirectory("sealing").resolve("log.key");
        service = RunningService.with(Map.of(
                "register.seal.key", key.toString(), "register.log.origin", ORIGIN, "register.keys.create", "true"));
        car = TestVehicle.registeredOn("2010-03-01");
        String digest = LocalKeys.open(service.keys, false)
                .credentials()
                .text("v5c", car.id().text(), REFERENCE);
        registered = service.log.append(
                car.registered(TestVehicle.person(service.log)),
                new V5CIssued(
                        car.id(),
                        car.mark(),
                        new Credential(digest, service.log.seal(REFERENCE)),
                        LocalDate.parse("2010-03-01")),
                car.issued());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void a_keeper_files_the_proof_of_a_look_at_their_record() {
        Answer looked = service.postAs("auditor", registered, "/v1/vehicle-history", ofCar());
        assertThat(looked.status()).isEqualTo(200);
        Recorded look = Recorded.after(service, registered).stream()
                .filter(found ->
                        found.metadata().get("transactionId").asString().equals(looked.header("Register-Disclosure")))
                .findFirst()
                .orElseThrow();

        Answer answer = sealed(() -> proof(look.position()));

        FiledProof filed = FiledProof.parse(answer.text().getBytes(UTF_8));
        assertThat(filed.position()).isEqualTo(look.position());
        filed.verify(new LeafHasher().hash(LeafFormat.decode(filed.extra())), policy());
        assertThat(LeafFormat.decode(filed.extra()).type()).isEqualTo("RecordDisclosed");
        assertThat(new String(LeafFormat.decode(filed.extra()).payload(), UTF_8))
                .contains("VEHICLE_HISTORY")
                .contains(car.id().text());
    }

    @Test
    void nobody_gets_the_proof_of_what_they_may_not_see() {
        long later = service.log.append(new RecordDisclosed(
                UUID.randomUUID(),
                DisclosureKind.DOCUMENTS,
                car.id(),
                null,
                DisclosurePurpose.LAW_ENFORCEMENT,
                "OP-1",
                null,
                LocalDate.now().plusDays(2),
                LocalDate.now()));
        for (long position : new long[] {later, registered, 999_999})
            assertThat(proof(position).status()).as("" + position).isEqualTo(404);
        assertThat(service.postAs("citizen", later, "/v1/disclosures/proofs", "{}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void who_looked_has_its_receipt_and_an_auditor_its_inclusion() {
        Answer looked = service.postAs("auditor", registered, "/v1/vehicle-history", ofCar());
        String path = "/v1/transactions/" + looked.header("Register-Disclosure") + "/receipt";
        long at = service.log.lastPosition();

        Answer receipt = sealed(() -> service.get(
                path, "Authorization", "Bearer " + service.token("auditor"), "If-Position-At-Least", "" + at));

        FiledProof filed = FiledProof.parse(receipt.text().getBytes(UTF_8));
        filed.verify(new LeafHasher().hash(LeafFormat.decode(filed.extra())), policy());
        Answer inclusion = service.postAs("auditor", at, "/v1/log/proofs", "{\"position\":" + filed.position() + "}");
        assertThat(inclusion.status()).isEqualTo(200);
        assertThat(service.get(path, "Authorization", "Bearer " + service.tokenOf("another", "citizen"))
                        .status())
                .isEqualTo(404);
    }

    private static Answer sealed(java.util.concurrent.Callable<Answer> ask) {
        return await().atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(200))
                .until(ask, answer -> answer.status() == 200);
    }

    private static Answer proof(long position) {
        return service.postAs(
                "citizen",
                service.log.lastPosition(),
                "/v1/disclosures/proofs",
                "{\"registrationMark\":\"%s\",\"documentReference\":\"%s\",\"position\":%d}"
                        .formatted(car.mark().text(), REFERENCE, position));
    }

    private static CheckpointPolicy policy() {
        return new CheckpointPolicy(
                ORIGIN, VerifierKey.parse(service.get("/v1/log/key").text().strip()));
    }

    private static String ofCar() {
        return "{\"vehicleId\":\"" + car.id().text() + "\"}";
    }
}
