package uk.vehicleregister.command.desk;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.vehicleregister.eventstore.axon.StreamCache;
import uk.vehicleregister.eventstore.log.EventLogReader;
import uk.vehicleregister.eventstore.log.RecordedEvent;
import uk.vehicleregister.kernel.event.EventCatalogue;
import uk.vehicleregister.kernel.event.EventJson;
import uk.vehicleregister.kernel.event.PaymentAuthorised;
import uk.vehicleregister.kernel.event.PaymentFact;

/// Payments as the log has them now. Other instances work on the same payments, so nothing is taken from the cache.
public final class PaymentLog {

    private static final String AUTHORISED = EventCatalogue.nameOf(PaymentAuthorised.class);

    private final StreamCache cache;
    private final EventLogReader reader;

    public PaymentLog(StreamCache cache, EventLogReader reader) {
        this.cache = cache;
        this.reader = reader;
    }

    /// Empty when nothing was ever claimed under this id.
    public List<PaymentFact> read(String paymentId) {
        String stream = PaymentFact.streamOf(paymentId);
        cache.evict(Set.of(stream));
        return cache.load(stream).facts();
    }

    /// Who claimed it; empty when nobody did.
    public Optional<Applicant> applicantOf(String paymentId) {
        return reader.stream(PaymentFact.streamOf(paymentId), 0).stream()
                .findFirst()
                .map(claim -> EventJson.read(claim.metadata(), Applicant.class));
    }

    /// The payment that was recorded together with this event, such as an entitlement's grant; empty when it was
    /// free.
    public Optional<String> thatPaidFor(String stream, long version) {
        List<RecordedEvent> rest = reader.stream(stream, version);
        if (rest.isEmpty()) {
            return Optional.empty();
        }
        // A page is whole transactions, so the first one is that of this event, from it to its end.
        for (RecordedEvent event : reader.after(rest.getFirst().position() - 1, 1)) {
            if (event.type().equals(AUTHORISED)) {
                PaymentAuthorised authorised =
                        (PaymentAuthorised) EventJson.readFact(event.type(), event.revision(), event.payload());
                return Optional.of(authorised.paymentId());
            }
            if (event.endsTransaction()) {
                break;
            }
        }
        return Optional.empty();
    }
}
