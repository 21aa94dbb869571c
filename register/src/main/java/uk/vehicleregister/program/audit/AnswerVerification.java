package uk.vehicleregister.program.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.event.MarkFact;
import uk.vehicleregister.kernel.event.PersonErased;
import uk.vehicleregister.kernel.event.VehicleFact;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.vehicle.VehicleId;
import uk.vehicleregister.query.audit.AuditTrail;
import uk.vehicleregister.query.markhistory.MarkAnew;
import uk.vehicleregister.query.period.AsOf;
import uk.vehicleregister.query.proof.Proof;
import uk.vehicleregister.query.proof.ProvenEvent;
import uk.vehicleregister.query.proof.ProvenQuestion;
import uk.vehicleregister.query.vehiclehistory.VehicleAnew;
import uk.vehicleregister.transparencylog.MalformedException;
import uk.vehicleregister.transparencylog.RefusedException;
import uk.vehicleregister.transparencylog.leaf.LeafHasher;
import uk.vehicleregister.transparencylog.merkle.InclusionProof;
import uk.vehicleregister.transparencylog.note.Checkpoint;
import uk.vehicleregister.transparencylog.note.CheckpointPolicy;
import uk.vehicleregister.transparencylog.note.SignedNote;
import uk.vehicleregister.transparencylog.note.VerifierKey;

/// Works an answer out anew from the events that came along, once each of them is seen to be in the signed log, and
/// says what does not agree (docs/audit.md).
final class AnswerVerification {

    /// @param wrong what was found, events before the answer itself
    /// @param firstUse the key came with the answer
    record Outcome(List<Finding> wrong, ProvenAnswer answer, Checkpoint signed, String keys, boolean firstUse) {

        boolean good() {
            return wrong.isEmpty();
        }
    }

    private final ProvenAnswer answer;
    private final Proof proof;
    private final @Nullable VerifierKey given;
    private final @Nullable Path keptFile;
    private final Cosigners cosigners;
    private final List<Finding> wrong = new ArrayList<>();

    AnswerVerification(ProvenAnswer answer, @Nullable VerifierKey given, @Nullable Path keptFile, Cosigners cosigners) {
        this.answer = answer;
        this.proof = answer.proof();
        this.given = given;
        this.keptFile = keptFile;
        this.cosigners = cosigners;
    }

    Outcome run() throws IOException {
        SignedNote note = SignedNote.parse(proof.checkpoint().getBytes(UTF_8));
        Checkpoint signed = Checkpoint.parse(note.text());
        Path file = keptFile != null ? keptFile : Kept.usualFile(given != null ? given.name() : signed.origin());
        Kept kept = Kept.read(file).orElse(null);
        boolean firstUse = given == null && kept == null;
        VerifierKey[] keys = given != null
                ? new VerifierKey[] {given}
                : kept != null
                        ? new VerifierKey[] {kept.key()}
                        : proof.key().lines().map(Verification::parseKey).toArray(VerifierKey[]::new);
        signature(note, signed, given != null ? "given" : firstUse ? "that comes with it" : "kept in " + file, keys);
        Finding missing = cosigners.missing(note);
        if (missing != null) wrong.add(missing);
        if (kept != null
                && kept.checkpoint().size() == signed.size()
                && !kept.checkpoint().root().equals(signed.root()))
            wrong.add(Finding.of("checkpoint", "is another one than was kept of the same size: two were signed"));
        proof.events().forEach(event -> isSigned(event, signed));
        if (wrong.isEmpty()) workOut();
        String names = List.of(keys).stream().map(VerifierKey::toString).collect(Collectors.joining(" "));
        return new Outcome(List.copyOf(wrong), answer, signed, names, firstUse);
    }

    private void signature(SignedNote note, Checkpoint signed, String whose, VerifierKey... keys) {
        String origin = keys.length == 0 ? signed.origin() : keys[0].name();
        try {
            new CheckpointPolicy(origin, keys).verify(note);
        } catch (RefusedException e) {
            wrong.add(Finding.of(
                    "checkpoint",
                    switch (e.reason()) {
                        case ANOTHER_LOG -> "is of another log than the key";
                        case SIGNATURE_WRONG -> "has a signature by the key, and it is wrong";
                        default -> "is not signed by the key " + whose;
                    }));
        }
    }

    private void isSigned(ProvenEvent event, Checkpoint signed) {
        try {
            new InclusionProof(event.position(), signed.size(), event.hashes())
                    .verify(new LeafHasher().hash(event.leaf()), signed.root());
        } catch (RefusedException e) {
            wrong.add(Finding.at(
                    event.position(),
                    "event",
                    switch (e.reason()) {
                        case POSITION_OUTSIDE_TREE -> "is not under the checkpoint";
                        case PROOF_TOO_SHORT, PROOF_TOO_LONG -> "comes with a path that does not fit its position";
                        default -> "is not the one that was signed, or its path is not";
                    }));
        } catch (MalformedException | IllegalArgumentException e) {
            wrong.add(Finding.at(event.position(), "event", "comes with a path or parts that cannot be read"));
        }
    }

    private void workOut() {
        ProvenQuestion question = proof.question();
        List<AuditTrail.Entry> entries;
        try {
            entries = proof.events().stream()
                    .map(event -> AuditTrail.entry(event.event()))
                    .toList();
        } catch (RuntimeException e) {
            wrong.add(Finding.of("event", "is of a kind or a shape that this program cannot read"));
            return;
        }
        Set<UUID> erased = entries.stream()
                .map(AuditTrail.Entry::fact)
                .filter(PersonErased.class::isInstance)
                .map(fact -> ((PersonErased) fact).keyId())
                .collect(Collectors.toSet());
        AuditTrail.Erased known = keys -> keys.stream().filter(erased::contains).collect(Collectors.toSet());
        Optional<?> due;
        try {
            due = due(entries, known);
        } catch (RuntimeException e) {
            wrong.add(Finding.of("event", "is not of a history such as the register writes"));
            return;
        }
        if (!wrong.isEmpty()) return;
        if (due.isEmpty()) wrong.add(Finding.of("answer", "does not follow: the events tell of nothing to answer"));
        else AnswerDifferences.between(answer.told(), ProvenAnswer.asTold(due.get()), wrong);
    }

    private Optional<?> due(List<AuditTrail.Entry> entries, AuditTrail.Erased known) {
        return switch (proof.question().history()) {
            case ProvenQuestion.VEHICLE -> ofVehicle(entries).flatMap(anew -> anew.vehicleHistory(known));
            case ProvenQuestion.KEEPERS -> ofVehicle(entries).flatMap(anew -> anew.keeperHistory(known));
            case ProvenQuestion.MARK -> ofMark(entries, known);
            default -> {
                wrong.add(Finding.of("question", "is of no history that this program knows"));
                yield Optional.empty();
            }
        };
    }

    private Optional<VehicleAnew> ofVehicle(List<AuditTrail.Entry> entries) {
        String told = answer.told().path("vehicleId").asString("");
        ProvenQuestion question = proof.question();
        if (question.vehicleId() != null && !question.vehicleId().equals(told))
            wrong.add(Finding.of("answer", "is of another vehicle than was asked for"));
        VehicleId vehicle = new VehicleId(told);
        List<AuditTrail.Entry> stream = stream(VehicleFact.streamOf(vehicle), entries);
        if (!wrong.isEmpty()) return Optional.empty();
        VehicleAnew anew = new VehicleAnew(vehicle, stream, asOf());
        if (question.registrationMark() != null && !anew.carries(new RegistrationMark(question.registrationMark())))
            wrong.add(Finding.of("answer", "is of a vehicle that did not carry the mark asked for, by its events"));
        return Optional.of(anew);
    }

    private Optional<?> ofMark(List<AuditTrail.Entry> entries, AuditTrail.Erased known) {
        String asked = proof.question().registrationMark();
        if (asked == null) {
            wrong.add(Finding.of("question", "names no mark"));
            return Optional.empty();
        }
        RegistrationMark mark = new RegistrationMark(asked);
        List<AuditTrail.Entry> stream = stream(MarkFact.streamOf(mark), entries);
        return wrong.isEmpty() ? MarkAnew.markHistory(mark, stream, asOf(), known) : Optional.empty();
    }

    private AsOf asOf() {
        return AsOf.of(proof.question().effectiveAt(), proof.question().recordedAt());
    }

    /// The whole stream from its first version on: a gap, or an event of somewhere else, is found here.
    private List<AuditTrail.Entry> stream(String name, List<AuditTrail.Entry> entries) {
        List<AuditTrail.Entry> stream = new ArrayList<>();
        long before = -1;
        for (AuditTrail.Entry entry : entries) {
            long position = entry.event().position();
            if (position <= before)
                wrong.add(Finding.at(position, "event", "comes twice, or not in the order of the log"));
            before = position;
            if (entry.fact() instanceof PersonErased && !entry.event().stream().equals(name)) continue;
            if (!entry.event().stream().equals(name)) {
                wrong.add(Finding.at(position, "event", "is of another vehicle or mark"));
            } else if (entry.event().version() != stream.size()) {
                wrong.add(Finding.at(
                        position,
                        "event",
                        "has version " + entry.event().version() + ", and the one with version " + stream.size()
                                + " was left out"));
                return stream;
            } else stream.add(entry);
        }
        return stream;
    }
}
