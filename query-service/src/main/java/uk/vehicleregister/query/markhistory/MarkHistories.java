package uk.vehicleregister.query.markhistory;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.vehicleregister.kernel.event.MarkFact;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.query.audit.AuditTrail;
import uk.vehicleregister.query.audit.AuditedEvent;
import uk.vehicleregister.query.audit.NoticedErasures;
import uk.vehicleregister.query.period.AsOf;
import uk.vehicleregister.query.projection.Snapshots;
import uk.vehicleregister.query.proof.Proof;
import uk.vehicleregister.query.proof.Proofs;
import uk.vehicleregister.query.proof.ProvenQuestion;

/// Puts a mark's stays and events together, both of the same moment.
@Component
class MarkHistories {

    /// @param vehicleId the vehicle it is on, or came off; absent for a mark that was bought and has been on none
    record Stay(
            String place,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String vehicleId,

            LocalDate from,
            @Nullable LocalDate to,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            LocalDate expiresOn) {}

    @Schema(name = "MarkHistoryAnswer")
    record Answer(
            String registrationMark,
            List<Stay> periods,
            List<AuditedEvent> events,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Proof proof) {

        Answer with(Proof proof) {
            return new Answer(registrationMark, periods, events, proof);
        }
    }

    private record Rows(long position, List<MarkPlaceRow> stays) {}

    private final MarkPlaces places;
    private final AuditTrail trail;
    private final Snapshots snapshots;
    private final MarkHistoryProjection projection;
    private final Proofs proofs;

    MarkHistories(
            MarkPlaces places, AuditTrail trail, Snapshots snapshots, MarkHistoryProjection projection, Proofs proofs) {
        this.places = places;
        this.trail = trail;
        this.snapshots = snapshots;
        this.projection = projection;
        this.proofs = proofs;
    }

    Optional<Answer> of(RegistrationMark mark, AsOf asOf, @Nullable ProvenQuestion toProve) {
        Rows rows = snapshots.read(
                projection,
                position -> new Rows(position, places.until(mark.text(), asOf.effectiveAt(), asOf.recordedAt())));
        List<AuditTrail.Entry> stream = trail.upTo(rows.position(), MarkFact.streamOf(mark));
        NoticedErasures erased = new NoticedErasures(trail.erased());
        Optional<Answer> answer = answer(mark, rows.stays(), stream, asOf, erased);
        return toProve == null ? answer : answer.map(told -> told.with(proofs.of(toProve, stream, erased.noticed())));
    }

    /// What is answered of a mark: from its stays, wherever these come from, and its events.
    ///
    /// @param stays begun by the date, as known at the time, oldest first
    static Optional<Answer> answer(
            RegistrationMark mark,
            List<MarkPlaceRow> stays,
            List<AuditTrail.Entry> stream,
            AsOf asOf,
            AuditTrail.Erased erased) {
        List<AuditTrail.Entry> counting = stream.stream()
                .filter(entry ->
                        asOf.covers(entry.fact().effectiveOn(), entry.event().recordedAt()))
                .toList();
        if (stays.isEmpty() && counting.isEmpty()) return Optional.empty();
        return Optional.of(new Answer(
                mark.text(),
                stays.stream().map(MarkHistories::stay).toList(),
                AuditTrail.show(counting, erased),
                null));
    }

    private static Stay stay(MarkPlaceRow row) {
        return new Stay(row.place().name(), row.vehicleId(), row.effectiveFrom(), row.effectiveTo(), row.expiresOn());
    }
}
