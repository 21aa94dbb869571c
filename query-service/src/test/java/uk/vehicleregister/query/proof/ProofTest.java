package uk.vehicleregister.query.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import uk.vehicleregister.kernel.erasure.ErasureReason;
import uk.vehicleregister.kernel.erasure.LegalBasis;
import uk.vehicleregister.kernel.erasure.PersonRole;
import uk.vehicleregister.kernel.event.PersonErased;
import uk.vehicleregister.kernel.sealing.SealedKeeper;
import uk.vehicleregister.query.RunningService;
import uk.vehicleregister.query.RunningService.Answer;
import uk.vehicleregister.query.TestVehicle;
import uk.vehicleregister.query.audit.AuditTrail;
import uk.vehicleregister.query.markhistory.MarkAnew;
import uk.vehicleregister.query.period.AsOf;
import uk.vehicleregister.query.vehiclehistory.VehicleAnew;
import uk.vehicleregister.transparencylog.leaf.LeafHasher;
import uk.vehicleregister.transparencylog.merkle.InclusionProof;
import uk.vehicleregister.transparencylog.note.Checkpoint;
import uk.vehicleregister.transparencylog.note.CheckpointPolicy;
import uk.vehicleregister.transparencylog.note.SignedNote;
import uk.vehicleregister.transparencylog.note.VerifierKey;

/// Answers with their proof over HTTP: its events are in the signed log, and give the answer again with no database.
class ProofTest {

    private static final String ORIGIN = "register.example/log";

    private static RunningService service;

    private final SealedKeeper anna = TestVehicle.person(service.log);
    private final SealedKeeper ben = TestVehicle.person(service.log);
    private final TestVehicle car = TestVehicle.registeredOn("2020-01-10");
    private long position;

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
    void the_events_of_a_vehicle_history_are_in_the_log_and_give_the_same_answer() {
        live();
        for (String more : List.of("", ",\"effectiveAt\":\"2024-02-25\"", ",\"recordedAt\":\"" + known(2) + "\"")) {
            ObjectNode answer = ask("/v1/vehicle-history", car.id().text(), more);
            Proof proof = verified(answer);
            assertThat(proof.question().history()).isEqualTo(ProvenQuestion.VEHICLE);
            VehicleAnew anew = new VehicleAnew(car.id(), entries(proof), asOf(proof));
            assertThat(answer).isEqualTo(told(anew.vehicleHistory(_ -> Set.of()).orElseThrow()));
        }
    }

    @Test
    void the_events_of_a_keeper_history_are_in_the_log_and_give_the_same_answer() {
        live();
        for (String more : List.of("", ",\"effectiveAt\":\"2024-02-25\"", ",\"recordedAt\":\"" + known(2) + "\"")) {
            ObjectNode answer = ask("/v1/keeper-history", car.id().text(), more);
            Proof proof = verified(answer);
            VehicleAnew anew = new VehicleAnew(car.id(), entries(proof), asOf(proof));
            assertThat(answer).isEqualTo(told(anew.keeperHistory(_ -> Set.of()).orElseThrow()));
        }
    }

    @Test
    void the_events_of_a_mark_history_are_in_the_log_and_give_the_same_answer() {
        service.log.append(car.registered(anna), car.issued());
        position =
                service.log.append(car.retained(service.log, TestVehicle.nextMark(), "1-11111-111111-X", "2021-06-01"));
        Answer got = service.postAs(
                "auditor",
                position,
                "/v1/mark-history",
                "{\"registrationMark\":\"%s\",\"proof\":true}"
                        .formatted(car.mark().text()));
        ObjectNode answer = (ObjectNode) got.json();
        Proof proof = verified(answer);
        assertThat(answer)
                .isEqualTo(told(MarkAnew.markHistory(car.mark(), entries(proof), asOf(proof), _ -> Set.of())
                        .orElseThrow()));
        assertThat(got.text()).doesNotContain("11111-111111", TestVehicle.SECRET_NAME);
    }

    @Test
    void an_event_of_this_moment_is_waited_for_and_personal_data_stays_sealed() {
        position = service.log.append(car.registered(anna), car.issued());
        Answer answer = service.postAs(
                "auditor",
                position,
                "/v1/vehicle-history",
                "{\"vehicleId\":\"%s\",\"proof\":true}".formatted(car.id().text()));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.text()).doesNotContain(TestVehicle.SECRET_NAME);
        assertThat(answer.json().at("/proof/events/0/payload").asString())
                .contains(anna.details().text());
    }

    @Test
    void that_somebody_was_erased_is_proven_by_the_event_that_says_so() {
        live();
        UUID key = anna.details().keyId();
        position = service.log.append(new PersonErased(
                UUID.randomUUID(),
                PersonRole.KEEPER,
                key,
                List.of(),
                car.id(),
                ErasureReason.PERSON_ASKED,
                LegalBasis.NO_LONGER_NECESSARY,
                LocalDate.parse("2026-01-01")));
        service.database.rows("select log.erase_data_key('" + key + "')");

        ObjectNode answer = ask("/v1/keeper-history", car.id().text(), "");
        assertThat(answer.at("/keeperships/0/erased").asBoolean()).isTrue();
        Proof proof = verified(answer);
        assertThat(proof.events().getLast().type()).isEqualTo("PersonErased");
        List<AuditTrail.Entry> stream = entries(proof);
        VehicleAnew anew = new VehicleAnew(car.id(), stream.subList(0, stream.size() - 1), asOf(proof));
        assertThat(answer)
                .isEqualTo(told(anew.keeperHistory(keys -> keys.contains(key) ? Set.of(key) : Set.of())
                        .orElseThrow()));
    }

    @Test
    void where_nothing_is_sealed_it_is_503_and_without_a_proof_all_is_as_before() {
        RunningService plain = RunningService.shared();
        TestVehicle other = TestVehicle.registeredOn("2020-01-10");
        long at = plain.log.append(other.registered(null), other.issued());
        String question = "{\"vehicleId\":\"%s\",\"proof\":%s}";
        long began = System.nanoTime();
        Answer answer = plain.postAs(
                "auditor",
                at,
                "/v1/vehicle-history",
                question.formatted(other.id().text(), true));
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.json().get("code").asString()).isEqualTo("NOT_SEALED");
        assertThat(answer.header("Retry-After")).isNotEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(9));
        Answer without = plain.postAs(
                "auditor",
                at,
                "/v1/vehicle-history",
                question.formatted(other.id().text(), false));
        assertThat(without.status()).isEqualTo(200);
        assertThat(without.json().has("proof")).isFalse();
    }

    private void live() {
        service.log.append(car.registered(anna), car.issued());
        long sale = service.log.append(car.sold(ben, "2024-02-20"));
        service.log.append(car.corrected(sale, null, "2024-03-05"));
        service.log.append(car.disposed(service.log, "2024-04-01"));
        position = service.log.append(car.repainted(0, "GREEN"));
    }

    private String known(int event) {
        return ask("/v1/vehicle-history", car.id().text(), "")
                .get("events")
                .get(event)
                .get("recordedAt")
                .asString();
    }

    private ObjectNode ask(String path, String vehicle, String more) {
        Answer answer = service.postAs(
                "auditor", position, path, "{\"vehicleId\":\"%s\",\"proof\":true%s}".formatted(vehicle, more));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return (ObjectNode) answer.json();
    }

    /// Takes the proof out of the answer, and sees to it that each event is under the signed checkpoint.
    private static Proof verified(ObjectNode answer) {
        JsonNode json = answer.remove("proof");
        Proof proof = RunningService.JSON.treeToValue(json, Proof.class);
        CheckpointPolicy policy = new CheckpointPolicy(
                ORIGIN, VerifierKey.parse(service.get("/v1/log/key").text().strip()));
        Checkpoint checkpoint =
                policy.verify(SignedNote.parse(proof.checkpoint().getBytes(UTF_8)));
        assertThat(proof.events()).isNotEmpty();
        for (ProvenEvent event : proof.events())
            new InclusionProof(event.position(), checkpoint.size(), event.hashes())
                    .verify(new LeafHasher().hash(event.leaf()), checkpoint.root());
        return proof;
    }

    private static List<AuditTrail.Entry> entries(Proof proof) {
        List<AuditTrail.Entry> entries = new ArrayList<>();
        for (ProvenEvent event : proof.events()) entries.add(AuditTrail.entry(event.event()));
        return entries;
    }

    private static AsOf asOf(Proof proof) {
        return AsOf.of(proof.question().effectiveAt(), proof.question().recordedAt());
    }

    private static JsonNode told(Object answer) {
        return RunningService.JSON.readTree(RunningService.JSON.writeValueAsString(answer));
    }
}
