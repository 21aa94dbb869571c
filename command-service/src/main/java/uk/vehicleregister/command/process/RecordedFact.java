package uk.vehicleregister.command.process;

import java.time.Instant;
import java.util.UUID;
import uk.vehicleregister.eventstore.log.RecordedEvent;
import uk.vehicleregister.kernel.event.EventJson;
import uk.vehicleregister.kernel.event.Fact;

/// A fact as it stands in the log.
///
/// @param recordedAt the database's time, not the business date
/// @param transactionId of the command that recorded it
public record RecordedFact(Fact fact, long position, Instant recordedAt, UUID transactionId) {

    static RecordedFact of(RecordedEvent event) {
        String transaction = EventJson.mapper()
                .readTree(event.metadata())
                .get("transactionId")
                .asString();
        return new RecordedFact(
                EventJson.readFact(event.type(), event.revision(), event.payload()),
                event.position(),
                event.recordedAt(),
                UUID.fromString(transaction));
    }
}
