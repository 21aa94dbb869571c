package uk.vehicleregister.query.vehiclehistory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.vehicleregister.kernel.event.VehicleFact;
import uk.vehicleregister.kernel.vehicle.VehicleId;
import uk.vehicleregister.query.audit.AuditTrail;
import uk.vehicleregister.query.audit.NoticedErasures;
import uk.vehicleregister.query.period.AsOf;
import uk.vehicleregister.query.projection.Snapshots;
import uk.vehicleregister.query.proof.Proof;
import uk.vehicleregister.query.proof.Proofs;
import uk.vehicleregister.query.proof.ProvenQuestion;

/// Puts rows and events together. Events after the position of the rows are left out, so that both halves of the
/// answer are of the same moment.
@Component
class VehicleHistories {

    /// @param keeperships the one of the date, or all that have begun by it
    private record Rows(
            long position, VehicleId vehicle, @Nullable MarkOnVehicleRow mark, List<KeepershipRow> keeperships) {}

    private final Keeperships keeperships;
    private final MarksOnVehicles marks;
    private final AuditTrail trail;
    private final Snapshots snapshots;
    private final VehicleHistoryProjection projection;
    private final Proofs proofs;

    VehicleHistories(
            Keeperships keeperships,
            MarksOnVehicles marks,
            AuditTrail trail,
            Snapshots snapshots,
            VehicleHistoryProjection projection,
            Proofs proofs) {
        this.keeperships = keeperships;
        this.marks = marks;
        this.trail = trail;
        this.snapshots = snapshots;
        this.projection = projection;
        this.proofs = proofs;
    }

    Optional<VehicleHistoryEndpoint.Answer> vehicle(VehicleQuestion question) {
        Rows rows = rows(question, false).orElse(null);
        if (rows == null) return Optional.empty();
        List<AuditTrail.Entry> stream = stream(rows);
        NoticedErasures erased = new NoticedErasures(trail.erased());
        KeepershipRow keepership =
                rows.keeperships().isEmpty() ? null : rows.keeperships().getFirst();
        var answer = VehicleAnswers.vehicle(rows.vehicle(), rows.mark(), keepership, stream, question.asOf(), erased);
        return question.proof()
                ? answer.map(told -> told.with(proof(question, ProvenQuestion.VEHICLE, stream, erased)))
                : answer;
    }

    Optional<KeeperHistoryEndpoint.Answer> keepers(VehicleQuestion question) {
        Rows rows = rows(question, true).orElse(null);
        if (rows == null) return Optional.empty();
        List<AuditTrail.Entry> stream = stream(rows);
        NoticedErasures erased = new NoticedErasures(trail.erased());
        var answer = VehicleAnswers.keepers(rows.vehicle(), rows.keeperships(), stream, question.asOf(), erased);
        return question.proof()
                ? answer.map(told -> told.with(proof(question, ProvenQuestion.KEEPERS, stream, erased)))
                : answer;
    }

    private Optional<Rows> rows(VehicleQuestion question, boolean all) {
        AsOf asOf = question.asOf();
        LocalDate on = asOf.effectiveAt();
        Instant known = asOf.recordedAt();
        return snapshots.read(
                projection,
                position -> which(question, on, known)
                        .map(vehicle -> new Rows(
                                position,
                                vehicle,
                                all ? null : marks.at(vehicle.text(), on, known).orElse(null),
                                all
                                        ? keeperships.until(vehicle.text(), on, known)
                                        : keeperships.at(vehicle.text(), on, known).stream()
                                                .toList())));
    }

    private Optional<VehicleId> which(VehicleQuestion question, LocalDate on, Instant known) {
        if (question.vehicle() != null) return Optional.of(question.vehicle());
        if (question.mark() == null) return Optional.empty();
        return marks.carrying(question.mark().text(), on, known).stream()
                .findFirst()
                .map(row -> new VehicleId(row.vehicleId()));
    }

    private List<AuditTrail.Entry> stream(Rows rows) {
        return trail.upTo(rows.position(), VehicleFact.streamOf(rows.vehicle()));
    }

    private Proof proof(
            VehicleQuestion question, String history, List<AuditTrail.Entry> stream, NoticedErasures erased) {
        return proofs.of(question.proven(history), stream, erased.noticed());
    }
}
