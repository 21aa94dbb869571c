package uk.vehicleregister.eventstore.log;

import java.util.List;

/// Events of the types asked for, in the order of positions, and how far the log was looked through: up to `readTo`
/// there are no others of these types. Single events: the rest of their transactions may be of other types.
public record TypedPage(List<RecordedEvent> events, long readTo) {

    public TypedPage {
        events = List.copyOf(events);
    }
}
