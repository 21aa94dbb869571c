package uk.vehicleregister.query.vehiclehistory;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import uk.vehicleregister.kernel.event.DetailsCorrected;
import uk.vehicleregister.kernel.event.KeeperChangeReversed;
import uk.vehicleregister.kernel.event.KeeperCorrected;
import uk.vehicleregister.query.audit.AuditTrail;
import uk.vehicleregister.query.period.AsOf;

/// Which events of a vehicle count on a date, as known at a time. What was told and what corrects it belong
/// together: they are shown as soon as the date has come that any of them tells. A sale that was put off to a
/// later day shows with its correction on the days between, and one that was put forward does too: else the events
/// would say another keeper than the answer they support.
final class CountingEvents {

    private CountingEvents() {}

    /// @param stream the vehicle's events, in order, from its registration on
    static List<AuditTrail.Entry> of(List<AuditTrail.Entry> stream, AsOf asOf) {
        List<AuditTrail.Entry> known = stream.stream()
                .filter(entry -> !entry.event().recordedAt().isAfter(asOf.recordedAt()))
                .toList();
        if (known.isEmpty()) return List.of();
        long registration = known.getFirst().event().position();
        Map<Long, LocalDate> since = new HashMap<>();
        for (AuditTrail.Entry entry : known)
            since.merge(
                    told(entry, registration),
                    entry.fact().effectiveOn(),
                    (one, other) -> one.isBefore(other) ? one : other);
        return known.stream()
                .filter(entry -> !Objects.requireNonNull(since.get(told(entry, registration)))
                        .isAfter(asOf.effectiveAt()))
                .toList();
    }

    /// The position of the event it is about: its own, or of the one that it corrects. What a vehicle is was told
    /// by its registration, whichever correction is corrected.
    private static long told(AuditTrail.Entry entry, long registration) {
        return switch (entry.fact()) {
            case KeeperCorrected f -> f.corrects();
            case KeeperChangeReversed f -> f.corrects();
            case DetailsCorrected _ -> registration;
            default -> entry.event().position();
        };
    }
}
