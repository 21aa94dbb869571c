package uk.vehicleregister.query.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/// An event as an auditor reads it (contract.md): personal data shows only the key it is sealed under, and the actor's
/// id
/// is pseudonymous.
public record AuditedEvent(
        long position,
        String type,
        LocalDate effectiveOn,
        Instant recordedAt,
        Actor actor,
        UUID transactionId,
        JsonNode data) {

    /// Who did it, in which role.
    public record Actor(String role, String id) {}
}
