package uk.vehicleregister.query.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// An event as an auditor reads it (contract.md): personal data shows only the key it is sealed under, and the ids of
/// accounts are pseudonymous. What an intermediary did also tells for whom.
///
/// @param reviewedBy the registrar who accepted the application, where one had to
public record AuditedEvent(
        long position,
        String type,
        LocalDate effectiveOn,
        Instant recordedAt,
        Actor actor,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable OnBehalfOf onBehalfOf,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String reviewedBy,

        UUID transactionId,
        JsonNode data) {

    /// Who did it, in which role.
    public record Actor(String role, String id) {}

    /// For whom an intermediary did it: the authority, and the keeper by the key they are sealed under.
    public record OnBehalfOf(UUID authorityId, UUID keeperId) {}
}
