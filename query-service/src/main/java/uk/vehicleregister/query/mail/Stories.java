package uk.vehicleregister.query.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.vehicleregister.eventstore.log.EventLogReader;
import uk.vehicleregister.eventstore.log.RecordedEvent;
import uk.vehicleregister.kernel.event.EventJson;
import uk.vehicleregister.kernel.event.Fact;
import uk.vehicleregister.kernel.event.PaymentAuthorised;
import uk.vehicleregister.kernel.event.PaymentClaimed;
import uk.vehicleregister.kernel.event.VehicleFact;
import uk.vehicleregister.query.audit.AuditTrail;
import uk.vehicleregister.query.projection.Decoding;
import uk.vehicleregister.query.projection.Noted;

/// Reads from the log what a mail is about, as it was at the mail's position and not as it is now.
@Component
class Stories {

    private record Metadata(UUID transactionId, String role) {}

    private final EventLogReader log;
    private final AuditTrail trail;

    Stories(EventLogReader log, AuditTrail trail) {
        this.log = log;
        this.trail = trail;
    }

    Story of(OwedMail mail) {
        List<RecordedEvent> events = around(mail.position());
        List<Noted> transaction = Decoding.events(events, Set.of(Fact.class)).stream()
                .filter(noted -> noted.transactionId().equals(mail.transactionId()))
                .toList();
        VehicleFact fact = transaction.stream()
                .filter(noted -> noted.position() == mail.position())
                .map(noted -> (VehicleFact) noted.fact())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The log has no such fact at " + mail.position()));
        List<Fact> facts = transaction.stream().map(Noted::fact).toList();
        return new Story(
                fact, facts, VehicleThen.after(upTo(mail.position(), fact)), role(mail, events), claim(mail, facts));
    }

    /// The whole append that holds this position.
    private List<RecordedEvent> around(long position) {
        List<RecordedEvent> events = new ArrayList<>(log.transactionEndingAt(position));
        if (!events.isEmpty() && !events.getLast().endsTransaction()) events.addAll(log.after(position, 1));
        return events;
    }

    private List<Fact> upTo(long position, Fact fact) {
        return trail.upTo(position, fact.stream()).stream()
                .map(AuditTrail.Entry::fact)
                .toList();
    }

    private static String role(OwedMail mail, List<RecordedEvent> events) {
        return events.stream()
                .filter(event -> event.position() == mail.position())
                .map(event -> EventJson.read(event.metadata(), Metadata.class).role())
                .findFirst()
                .orElse("");
    }

    /// The claim was recorded before the payment was asked for, in an append of its own.
    private @Nullable PaymentClaimed claim(OwedMail mail, List<Fact> facts) {
        return facts.stream()
                .filter(PaymentAuthorised.class::isInstance)
                .flatMap(authorised -> upTo(mail.position(), authorised).stream())
                .filter(PaymentClaimed.class::isInstance)
                .map(PaymentClaimed.class::cast)
                .findFirst()
                .orElse(null);
    }
}
