package uk.vehicleregister.query.audittrail;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.vehicle.VehicleId;
import uk.vehicleregister.query.disclosure.Asked;
import uk.vehicleregister.query.disclosure.Subject;

/// What an auditor asks for: entries that are all of it. What is absent is not asked for.
///
/// @param actor pseudonym of who did it, applied for it, or accepted it
/// @param intermediary pseudonym of who did it for a keeper, or was given authority to
/// @param code why something was refused, or waits for a registrar
/// @param from recorded then or later
/// @param until recorded before
/// @param after entries after this position
record Wanted(
        @Nullable VehicleId vehicle,
        @Nullable RegistrationMark mark,
        @Nullable String actor,
        @Nullable String intermediary,
        @Nullable UUID transaction,
        @Nullable String code,
        @Nullable Instant from,
        @Nullable Instant until,
        long after,
        int limit) {

    /// For the record of who looked: all terms but the subject.
    Asked asked() {
        return Asked.nothingElse()
                .with("actor", Optional.ofNullable(actor))
                .with("intermediary", Optional.ofNullable(intermediary))
                .with("transactionId", Optional.ofNullable(transaction))
                .with("refusalCode", Optional.ofNullable(code))
                .with("from", Optional.ofNullable(from))
                .with("until", Optional.ofNullable(until))
                .with("after", after)
                .with("limit", limit);
    }

    /// Whose record is shown: the vehicle's that was asked for, or each vehicle's that the entries of a mark or of a
    /// transaction tell of. By who did it, by code or by period nobody's record in particular is looked at.
    List<Subject> about(List<TrailEntry> shown) {
        if (vehicle != null) return List.of(new Subject(vehicle, mark));
        if (mark == null && transaction == null) return List.of();
        List<Subject> vehicles = shown.stream()
                .flatMap(entry -> entry.vehicleIds().stream())
                .distinct()
                .map(id -> new Subject(new VehicleId(id), mark))
                .toList();
        return vehicles.isEmpty() && mark != null ? List.of(Subject.of(mark)) : vehicles;
    }

    /// Whether it is asked for by nothing but a period.
    boolean isOfAll() {
        return vehicle == null
                && mark == null
                && actor == null
                && intermediary == null
                && transaction == null
                && code == null;
    }

    boolean covers(TrailEntry entry) {
        return entry.position() > after
                && (vehicle == null || entry.vehicleIds().contains(vehicle.text()))
                && (mark == null || entry.registrationMarks().contains(mark.text()))
                && (actor == null || entry.isBy(actor))
                && (intermediary == null || intermediary.equals(entry.intermediary()))
                && (transaction == null || transaction.equals(entry.transactionId()))
                && (code == null || code.equals(entry.code()))
                && (from == null || !entry.recordedAt().isBefore(from))
                && (until == null || entry.recordedAt().isBefore(until));
    }
}
