package uk.vehicleregister.command.desk;

import java.time.LocalDate;
import org.axonframework.eventsourcing.eventstore.EventStore;
import uk.vehicleregister.eventstore.axon.StreamCache;
import uk.vehicleregister.eventstore.log.EventLogWriter;
import uk.vehicleregister.eventstore.vault.Vault;

/// What a journal needs of the event log.
record LogAccess(
        StreamCache cache,
        EventStore eventStore,
        EventLogWriter writer,
        Receipts receipts,
        Vault vault,
        BusinessCalendar calendar) {

    LocalDate today() {
        return calendar.today();
    }
}
