package uk.vehicleregister.command.desk;

import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.eventstore.axon.PendingAppend;
import uk.vehicleregister.eventstore.log.AppendOutcome;
import uk.vehicleregister.eventstore.log.EventLogWriter;

/// How what a journal records gets into the log.
interface WayToLog {

    void publish(List<DomainEventMessage<?>> events);

    /// For a decision without events. Null when that is appended later, with others.
    @Nullable
    AppendOutcome confirm(PendingAppend pending);

    /// Each command by itself, through Axon's event store: the engine appends when the unit of work commits, and
    /// nothing runs after it that may fail.
    record EachAlone(EventStore eventStore, EventLogWriter writer) implements WayToLog {

        @Override
        public void publish(List<DomainEventMessage<?>> events) {
            eventStore.publish(events);
        }

        @Override
        public AppendOutcome confirm(PendingAppend pending) {
            return writer.append(pending.withoutEvents());
        }
    }

    /// Kept until the others have been decided, too.
    record Gathered(List<DomainEventMessage<?>> events) implements WayToLog {

        @Override
        public void publish(List<DomainEventMessage<?>> events) {
            this.events.addAll(events);
        }

        @Override
        public @Nullable AppendOutcome confirm(PendingAppend pending) {
            return null;
        }
    }
}
