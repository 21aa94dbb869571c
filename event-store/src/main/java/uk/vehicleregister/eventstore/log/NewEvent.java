package uk.vehicleregister.eventstore.log;

import java.util.UUID;

/// An event to be appended; `version` counts from 0 within its stream. Payload and metadata are JSON texts, kept as
/// they are.
public record NewEvent(
        UUID eventId, String stream, long version, String type, String revision, String payload, String metadata) {

    /// Without stream and payload: names of streams do not go into logs.
    @Override
    public String toString() {
        return "NewEvent[" + type + ", version " + version + "]";
    }
}
