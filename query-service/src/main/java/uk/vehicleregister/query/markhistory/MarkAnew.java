package uk.vehicleregister.query.markhistory;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import uk.vehicleregister.kernel.event.MarkFact;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.query.audit.AuditTrail;
import uk.vehicleregister.query.period.AsOf;
import uk.vehicleregister.query.period.Periods;
import uk.vehicleregister.query.projection.Noted;

/// What is answered of a mark, worked out anew from nothing but its events, by the fold that fills the table.
public final class MarkAnew {

    private MarkAnew() {}

    /// The answer of `/v1/mark-history`; empty where it would have been 404.
    ///
    /// @param stream all events of the mark, in order
    public static Optional<?> markHistory(
            RegistrationMark mark, List<AuditTrail.Entry> stream, AsOf asOf, AuditTrail.Erased erased) {
        Periods<MarkPlaceRow> places = new Periods<MarkPlaceRow>(List.of(), MarkHistoryProjection::subjects);
        for (AuditTrail.Entry entry : stream) {
            if (entry.event().recordedAt().isAfter(asOf.recordedAt())) continue;
            MarkHistoryProjection.fold(Noted.of(entry.event(), entry.fact()), (MarkFact) entry.fact(), places);
        }
        List<MarkPlaceRow> begun = places.of(MarkHistoryProjection.subject(mark)).stream()
                .filter(row -> !row.effectiveFrom().isAfter(asOf.effectiveAt()))
                .sorted(Comparator.comparing(MarkPlaceRow::effectiveFrom).thenComparing(MarkPlaceRow::position))
                .toList();
        return MarkHistories.answer(mark, begun, stream, asOf, erased);
    }
}
