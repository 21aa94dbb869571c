package uk.vehicleregister.query.audittrail;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.event.AuthorityGranted;
import uk.vehicleregister.kernel.event.EventJson;
import uk.vehicleregister.kernel.event.Fact;
import uk.vehicleregister.query.audit.AuditTrail;
import uk.vehicleregister.query.audit.AuditedEvent;
import uk.vehicleregister.query.audit.Named;

/// An event as the search shows it: who, when, of what, and no more of its contents. Nobody is named.
///
/// @param appliedBy who is behind it, where the register did it in the end
/// @param reviewedBy the registrar who accepted the application, where one had to
/// @param intermediary who did it for a keeper, or was given authority to
/// @param code why something was refused, or waits for a registrar
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "AuditTrailEntry")
record TrailEntry(
        long position,
        String type,
        Instant recordedAt,
        LocalDate effectiveOn,
        AuditedEvent.Actor actor,
        AuditedEvent.@Nullable Actor appliedBy,
        @Nullable String reviewedBy,
        @Nullable String intermediary,
        AuditedEvent.@Nullable OnBehalfOf onBehalfOf,
        UUID transactionId,
        List<String> vehicleIds,
        List<String> registrationMarks,
        @Nullable String code) {

    private record Metadata(
            UUID transactionId,
            String role,
            String actor,
            @Nullable String appliedBy,
            @Nullable String appliedAs,
            AuditedEvent.@Nullable OnBehalfOf onBehalfOf,
            @Nullable String reviewedBy) {

        AuditedEvent.@Nullable Actor applicant() {
            return appliedAs == null || appliedBy == null ? null : new AuditedEvent.Actor(appliedAs, appliedBy);
        }
    }

    static TrailEntry of(AuditTrail.Entry entry) {
        Metadata metadata = EventJson.read(entry.event().metadata(), Metadata.class);
        Fact fact = entry.fact();
        AuditedEvent.Actor applicant = metadata.applicant();
        return new TrailEntry(
                entry.event().position(),
                entry.event().type(),
                entry.event().recordedAt(),
                fact.effectiveOn(),
                new AuditedEvent.Actor(metadata.role(), metadata.actor()),
                applicant,
                metadata.reviewedBy(),
                intermediary(fact, metadata),
                metadata.onBehalfOf(),
                metadata.transactionId(),
                Named.vehicles(fact).stream().map(id -> id.text()).toList(),
                Named.marks(fact).stream().map(mark -> mark.text()).toList(),
                Named.code(fact).map(Enum::name).orElse(null));
    }

    private static @Nullable String intermediary(Fact fact, Metadata metadata) {
        if (fact instanceof AuthorityGranted granted) return granted.intermediary();
        if (metadata.onBehalfOf() == null) return null;
        return metadata.appliedBy() == null ? metadata.actor() : metadata.appliedBy();
    }

    boolean isBy(String pseudonym) {
        return actor.id().equals(pseudonym)
                || appliedBy != null && appliedBy.id().equals(pseudonym)
                || pseudonym.equals(reviewedBy);
    }
}
