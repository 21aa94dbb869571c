package uk.vehicleregister.query.audittrail;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.vehicle.VehicleId;

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
