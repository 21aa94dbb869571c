package uk.vehicleregister.program.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import uk.vehicleregister.eventstore.log.RecordedEvent;
import uk.vehicleregister.kernel.event.EventCatalogue;
import uk.vehicleregister.kernel.event.EventJson;
import uk.vehicleregister.kernel.event.Fact;
import uk.vehicleregister.kernel.event.KeeperChanged;
import uk.vehicleregister.kernel.event.KeeperCorrected;
import uk.vehicleregister.kernel.event.MarkIssued;
import uk.vehicleregister.kernel.event.VehicleRegistered;
import uk.vehicleregister.kernel.keeper.KeeperType;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.sealing.Sealed;
import uk.vehicleregister.kernel.sealing.SealedKeeper;
import uk.vehicleregister.kernel.vehicle.VehicleDetails;
import uk.vehicleregister.kernel.vehicle.VehicleId;
import uk.vehicleregister.kernel.vehicle.Vin;
import uk.vehicleregister.program.Ran;
import uk.vehicleregister.query.audit.AuditTrail;
import uk.vehicleregister.query.markhistory.MarkAnew;
import uk.vehicleregister.query.period.AsOf;
import uk.vehicleregister.query.proof.Proof;
import uk.vehicleregister.query.proof.ProvenEvent;
import uk.vehicleregister.query.proof.ProvenQuestion;
import uk.vehicleregister.query.vehiclehistory.VehicleAnew;
import uk.vehicleregister.transparencylog.leaf.EventLeaf;
import uk.vehicleregister.transparencylog.merkle.Hash;
import uk.vehicleregister.transparencylog.tile.StoredTree;

/// What a third party finds in an answer that came with its proof, and what it would take to deceive them.
class AnswerVerificationTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final VehicleId CAR = new VehicleId("v-1");
    private static final RegistrationMark MARK = new RegistrationMark("AB51ABC");
    private static final LocalDate FIRST = LocalDate.parse("2020-01-10");
    private static final String METADATA =
            "{\"transactionId\":\"6f0c2d9b-7e22-4e63-8a51-7f8a1f643f5c\",\"role\":\"citizen\",\"actor\":\"pseudonym-1\"}";

    @TempDir
    private Path directory;

    private final MadeLog log = new MadeLog();

    @BeforeEach
    void live() {
        record(new VehicleRegistered(CAR, new Vin("WVWZZZ1JZ3W386752"), MARK, details(), keeper('A'), FIRST), 0);
        record(new MarkIssued(MARK, CAR, FIRST), 0);
        record(new KeeperChanged(CAR, keeper('B'), LocalDate.parse("2024-02-20"), null, null, List.of()), 1);
        log.events.add(MadeLog.event(3, true, new Random(3)));
        record(
                new KeeperCorrected(
                        CAR, 2, "a test", null, LocalDate.parse("2024-03-05"), null, null, null, FIRST.plusYears(5)),
                2);
        log.seal();
    }

    @Test
    void an_answer_that_follows_from_its_events_is_good() throws IOException {
        for (String history : List.of(ProvenQuestion.VEHICLE, ProvenQuestion.KEEPERS, ProvenQuestion.MARK)) {
            Ran ran = verify(answer(history), "--json");
            assertThat(ran.out()).contains("\"good\":true", "\"size\":5", "\"history\":\"" + history + "\"");
            assertThat(ran.exitCode()).isZero();
        }
        assertThat(verify(answer(ProvenQuestion.VEHICLE)).out())
                .contains("good: the answer follows from its events", "position 4", "trusted on first use");
    }

    @Test
    void a_changed_answer_is_found_where_it_was_changed() throws IOException {
        assertWrong(
                answer -> ((ObjectNode) answer.get("state")).put("colour", "RED"),
                "answer /state/colour: says \"RED\", and the events give \"BLUE\"");
        assertWrong(
                answer -> ((ObjectNode) answer.at("/state/keeper")).put("since", "2024-02-20"),
                "answer /state/keeper/since: says \"2024-02-20\", and the events give \"2024-03-05\"");
        assertWrong(answer -> ((ArrayNode) answer.get("events")).remove(2), "answer /events/2: says nothing");
        assertWrong(answer -> answer.put("vehicleId", "v-2"), "is of another vehicle");
        assertWrong(
                answer -> ((ObjectNode) answer.at("/state/keeper")).put("erased", true), "answer /state/keeper/erased");
    }

    @Test
    void another_question_has_another_answer() throws IOException {
        assertWrong(
                answer -> ((ObjectNode) answer.at("/proof/question")).put("effectiveAt", "2024-02-25"),
                "answer /state/keeper/id");
        assertWrong(
                answer -> ((ObjectNode) answer.at("/proof/question"))
                        .put("registrationMark", "X1")
                        .remove("vehicleId"),
                "did not carry the mark asked for");
        assertWrong(answer -> ((ObjectNode) answer.at("/proof/question")).put("history", "x"), "no history");
    }

    @Test
    void a_changed_event_is_not_the_one_that_was_signed() throws IOException {
        assertWrong(
                answer -> {
                    ObjectNode event = (ObjectNode) answer.at("/proof/events/1");
                    event.put("payload", event.get("payload").asString().replace("2024-02-20", "2024-02-21"));
                },
                "position 2: event: is not the one that was signed");
        assertWrong(
                answer -> ((ObjectNode) answer.at("/proof/events/1")).put("recordedAt", 1L),
                "position 2: event: is not the one that was signed");
        assertWrong(
                answer -> ((ObjectNode) answer.at("/proof/events/2")).put("position", 5),
                "position 5: event: is not under the checkpoint");
    }

    @Test
    void a_missing_event_or_proof_is_seen() throws IOException {
        assertWrong(answer -> ((ArrayNode) answer.at("/proof/events")).remove(1), "version 1 was left out");
        assertWrong(answer -> ((ArrayNode) answer.at("/proof/events")).remove(0), "version 0 was left out");
        assertWrong(
                answer -> ((ArrayNode) answer.at("/proof/events/1/path")).remove(0),
                "position 2: event: comes with a path that does not fit");
        assertWrong(
                answer -> ((ArrayNode) answer.at("/proof/events"))
                        .add(answer.at("/proof/events/2").deepCopy()),
                "comes twice");
        Ran ran = verifyAfter(answer -> answer.remove("proof"));
        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.out()).contains("comes without a proof");
    }

    /// Nothing in the log says which is the last event of a stream, so this is not found; docs/audit.md says so.
    @Test
    void that_the_newest_event_was_left_out_with_all_it_did_is_not_seen() throws IOException {
        Ran ran = verify(
                answer(ProvenQuestion.VEHICLE, entries("vehicle-" + CAR.text()).subList(0, 2)));
        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out()).contains("last event   position 2; that there is none after it is not proven");
    }

    @Test
    void a_checkpoint_that_another_key_signed_is_refused() throws IOException {
        ObjectNode answer = answer(ProvenQuestion.VEHICLE);
        Ran ran = verify(answer, "--key", MadeLog.KEY.verifier().toString());
        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out()).doesNotContain("trusted on first use");
        assertWrong(
                changed -> ((ObjectNode) changed.get("proof"))
                        .put(
                                "checkpoint",
                                changed.at("/proof/checkpoint").asString().replace("\n5\n", "\n6\n")),
                "checkpoint: ");
    }

    @Test
    void what_is_no_such_answer_is_refused_and_not_quoted() throws IOException {
        for (Consumer<ObjectNode> change : List.<Consumer<ObjectNode>>of(
                answer -> ((ObjectNode) answer.get("proof")).remove("events"),
                answer -> ((ObjectNode) answer.get("proof")).remove("question"),
                answer -> ((ObjectNode) answer.get("proof")).put("more", 1),
                answer -> ((ObjectNode) answer.get("proof")).put("checkpoint", "secret"),
                answer -> ((ObjectNode) answer.at("/proof/events/0")).put("position", "secret"),
                answer -> ((ObjectNode) answer.at("/proof/events/0")).putNull("payload"),
                answer -> ((ObjectNode) answer.at("/proof/events/0")).put("position", -1),
                answer -> ((ArrayNode) answer.at("/proof/events/0/path")).set(0, "secret"))) {
            Ran ran = verifyAfter(change);
            assertThat(ran.exitCode()).as(ran.out()).isEqualTo(1);
            assertThat(ran.out() + ran.err()).doesNotContain("secret").doesNotContain("Exception");
        }
        Path file = directory.resolve("twice.json");
        Files.writeString(file, "{\"vehicleId\":\"a\",\"vehicleId\":\"b\"}");
        assertThat(Ran.command("verify", file.toString()).exitCode()).isEqualTo(1);
        Files.writeString(file, "{\"vehicleId\":");
        assertThat(Ran.command("verify", file.toString()).exitCode()).isEqualTo(1);
    }

    private void assertWrong(Consumer<ObjectNode> change, String what) throws IOException {
        Ran ran = verifyAfter(change);
        assertThat(ran.out()).contains("wrong at").contains(what).doesNotContain("good:");
        assertThat(ran.exitCode()).isEqualTo(1);
    }

    private Ran verifyAfter(Consumer<ObjectNode> change) throws IOException {
        ObjectNode answer = answer(ProvenQuestion.VEHICLE);
        change.accept(answer);
        return verify(answer);
    }

    private Ran verify(ObjectNode answer, String... more) throws IOException {
        Path file = directory.resolve("answer.json");
        Files.writeString(file, answer.toString());
        List<String> arguments = new ArrayList<>(List.of(
                "verify", file.toString(), "--kept", directory.resolve("kept").toString()));
        arguments.addAll(List.of(more));
        return Ran.command(arguments.toArray(String[]::new));
    }

    private ObjectNode answer(String history) {
        boolean ofMark = history.equals(ProvenQuestion.MARK);
        return answer(history, entries(ofMark ? "mark-" + MARK.text() : "vehicle-" + CAR.text()));
    }

    private ObjectNode answer(String history, List<AuditTrail.Entry> entries) {
        AsOf asOf = AsOf.of(null, null);
        VehicleAnew anew = history.equals(ProvenQuestion.MARK) ? null : new VehicleAnew(CAR, entries, asOf);
        Object told = switch (history) {
            case ProvenQuestion.VEHICLE ->
                anew.vehicleHistory(_ -> java.util.Set.of()).orElseThrow();
            case ProvenQuestion.KEEPERS ->
                anew.keeperHistory(_ -> java.util.Set.of()).orElseThrow();
            default ->
                MarkAnew.markHistory(MARK, entries, asOf, _ -> java.util.Set.of())
                        .orElseThrow();
        };
        ObjectNode answer = (ObjectNode) JSON.readTree(JSON.writeValueAsString(told));
        StoredTree tree = new StoredTree(log, log.events.size());
        ProvenQuestion question = history.equals(ProvenQuestion.MARK)
                ? new ProvenQuestion(history, null, MARK.text(), null, null)
                : new ProvenQuestion(history, CAR.text(), null, null, null);
        List<ProvenEvent> events = entries.stream()
                .map(entry -> proven(log.events.get((int) entry.event().position()), tree))
                .toList();
        answer.set(
                "proof",
                JSON.readTree(JSON.writeValueAsString(
                        new Proof(question, log.key(), new String(log.checkpoint(), UTF_8), events))));
        return answer;
    }

    private static ProvenEvent proven(EventLeaf leaf, StoredTree tree) {
        return new ProvenEvent(
                leaf.position(),
                leaf.eventId(),
                leaf.stream(),
                leaf.version(),
                leaf.type(),
                leaf.revision(),
                leaf.recordedAtMicros(),
                leaf.endsTransaction(),
                new String(leaf.payload(), UTF_8),
                new String(leaf.metadata(), UTF_8),
                tree.inclusionProof(leaf.position()).path().stream()
                        .map(Hash::toString)
                        .toList());
    }

    private List<AuditTrail.Entry> entries(String stream) {
        return log.events.stream()
                .filter(leaf -> leaf.stream().equals(stream))
                .map(leaf -> AuditTrail.entry(new RecordedEvent(
                        leaf.position(),
                        leaf.eventId(),
                        leaf.stream(),
                        leaf.version(),
                        leaf.type(),
                        leaf.revision(),
                        java.time.Instant.EPOCH.plus(leaf.recordedAtMicros(), java.time.temporal.ChronoUnit.MICROS),
                        new String(leaf.payload(), UTF_8),
                        new String(leaf.metadata(), UTF_8),
                        leaf.endsTransaction())))
                .toList();
    }

    private void record(Fact fact, long version) {
        log.events.add(new EventLeaf(
                log.events.size(),
                UUID.randomUUID(),
                fact.stream(),
                version,
                EventCatalogue.nameOf(fact.getClass()),
                EventCatalogue.revisionOf(fact.getClass()),
                1_795_771_800_000_000L + log.events.size() * 1000L,
                true,
                EventJson.write(fact).getBytes(UTF_8),
                METADATA.getBytes(UTF_8)));
    }

    private static SealedKeeper keeper(char key) {
        Sealed details = new Sealed((key + "").repeat(21) + "A.x");
        return new SealedKeeper(KeeperType.PERSON, details, details);
    }

    private static VehicleDetails details() {
        return new VehicleDetails(
                "VOLKSWAGEN", "GOLF", "BLUE", "PETROL", 1595, null, 2020, FIRST, null, null, null, null);
    }
}
