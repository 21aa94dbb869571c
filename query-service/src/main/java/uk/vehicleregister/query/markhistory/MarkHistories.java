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
import uk.vehicleregister.query.period.AsOf;
import uk.vehicleregister.query.projection.Snapshots;

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
    record Answer(String registrationMark, List<Stay> periods, List<AuditedEvent> events) {}

    private record Rows(long position, List<Stay> stays) {}

    private final MarkPlaces places;
    private final AuditTrail trail;
    private final Snapshots snapshots;
    private final MarkHistoryProjection projection;

    MarkHistories(MarkPlaces places, AuditTrail trail, Snapshots snapshots, MarkHistoryProjection projection) {
        this.places = places;
        this.trail = trail;
        this.snapshots = snapshots;
        this.projection = projection;
    }

    Optional<Answer> of(RegistrationMark mark, AsOf asOf) {
        Rows rows = snapshots.read(
                projection,
                position -> new Rows(
                        position,
                        places.until(mark.text(), asOf.effectiveAt(), asOf.recordedAt()).stream()
                                .map(MarkHistories::stay)
                                .toList()));
        List<AuditedEvent> events = trail.show(trail.upTo(rows.position(), MarkFact.streamOf(mark)).stream()
                .filter(entry ->
                        asOf.covers(entry.fact().effectiveOn(), entry.event().recordedAt()))
                .toList());
        if (rows.stays().isEmpty() && events.isEmpty()) return Optional.empty();
        return Optional.of(new Answer(mark.text(), rows.stays(), events));
    }

    private static Stay stay(MarkPlaceRow row) {
        return new Stay(row.place().name(), row.vehicleId(), row.effectiveFrom(), row.effectiveTo(), row.expiresOn());
    }
}
