package uk.vehicleregister.command.desk;

import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import uk.vehicleregister.eventstore.log.EventLogReader;
import uk.vehicleregister.eventstore.log.Receipt;
import uk.vehicleregister.eventstore.log.RecordedEvent;
import uk.vehicleregister.kernel.event.EventJson;
import uk.vehicleregister.kernel.event.Fact;
import uk.vehicleregister.kernel.refusal.RefusalCode;

/// Answers a repeated request from what the log kept of the first: a receipt is small, the answer is read from the
/// events.
public final class Receipts {

    private final EventLogReader reader;

    public Receipts(EventLogReader reader) {
        this.reader = reader;
    }

    Optional<Outcome> find(Submission.RequestKey request) {
        return reader.receipt(request.key()).map(receipt -> replay(receipt, request));
    }

    Outcome replay(Receipt receipt, Submission.@Nullable RequestKey request) {
        if (request == null || !MessageDigest.isEqual(receipt.fingerprint(), request.fingerprint())) {
            return Outcome.refused(RefusalCode.IDEMPOTENCY_KEY_REUSED);
        }
        boolean done = receipt.outcome().equals(ReceiptText.DONE);
        boolean underReview = receipt.outcome().equals(ReceiptText.UNDER_REVIEW);
        if (!done && !underReview) {
            return ReceiptText.refusal(receipt.outcome());
        }
        List<RecordedEvent> events = reader.transactionEndingAt(receipt.position());
        if (underReview) {
            return new Outcome.UnderReview(transactionId(events), receipt.position());
        }
        List<Fact> facts = events.stream().map(Receipts::fact).toList();
        return new Outcome.Done(new RecordedTransaction(transactionId(events), receipt.position(), facts));
    }

    private static Fact fact(RecordedEvent event) {
        return EventJson.readFact(event.type(), event.revision(), event.payload());
    }

    private static UUID transactionId(List<RecordedEvent> events) {
        JsonNode metadata = EventJson.mapper().readTree(events.getFirst().metadata());
        return UUID.fromString(metadata.get("transactionId").asString());
    }
}
