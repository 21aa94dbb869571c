package uk.vehicleregister.query.projection;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.eventstore.log.RecordedEvent;
import uk.vehicleregister.kernel.event.Fact;

/// A fact with its place in the log, the time it was recorded at, the transaction it belongs to and who did it.
public record Noted(
        long position,
        Instant recordedAt,
        UUID transactionId,
        @Nullable Actor actor,
        Fact fact) {

    /// @param id pseudonym of the account
    /// @param aside whether it is of no single request: a bulk load's row, or what the register noted by itself
    /// @param reviewedBy pseudonym of the registrar who accepted the application, where one had to
    /// @param applicant who applied, where the register did it in the end
    /// @param onBehalf whether it was done for a keeper, on an authority
    public record Actor(
            String role,
            String id,
            boolean aside,
            @Nullable String reviewedBy,
            @Nullable Applicant applicant,
            boolean onBehalf) {}

    /// @param id pseudonym of the account
    public record Applicant(String role, String id) {}

    public Noted(long position, Instant recordedAt, UUID transactionId, Fact fact) {
        this(position, recordedAt, transactionId, null, fact);
    }

    /// An event as it stands in the log, for folds that do not ask who did it.
    public static Noted of(RecordedEvent event, Fact fact) {
        return new Noted(event.position(), event.recordedAt(), event.eventId(), fact);
    }

    /// Who did it. Every event that a command leaves says so.
    public Actor by() {
        if (actor == null) throw new IllegalStateException("the event at " + position + " does not say who did it");
        return actor;
    }

    /// Who is behind it: what the register ends in somebody's place is told of that somebody. Events from before the
    /// register said so are its own.
    public Applicant applicant() {
        Applicant told = by().applicant();
        return told == null ? new Applicant(by().role(), by().id()) : told;
    }

    /// The registrar behind a decision on a case: who accepted the application, or who sent the refusal.
    public String reviewer() {
        String accepted = by().reviewedBy();
        return accepted == null ? by().id() : accepted;
    }
}
