package uk.vehicleregister.query.logexport;

import java.io.OutputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import uk.vehicleregister.eventstore.log.RecordedEvent;

/// Writes events as lines of JSON (docs/audit.md). Payload and metadata are strings that hold the stored text, so that
/// the very bytes can be hashed again.
public final class EventLines {

    private static final JsonFactory JSON =
            JsonFactory.builder().rootValueSeparator("").build();

    private final JsonGenerator json;

    public EventLines(OutputStream out) {
        json = JSON.createGenerator(ObjectWriteContext.empty(), out);
    }

    public void write(RecordedEvent event) {
        json.writeStartObject();
        json.writeNumberProperty("position", event.position());
        json.writeStringProperty("eventId", event.eventId().toString());
        json.writeStringProperty("stream", event.stream());
        json.writeNumberProperty("version", event.version());
        json.writeStringProperty("type", event.type());
        json.writeStringProperty("revision", event.revision());
        json.writeNumberProperty("recordedAt", ChronoUnit.MICROS.between(Instant.EPOCH, event.recordedAt()));
        json.writeBooleanProperty("endsTransaction", event.endsTransaction());
        json.writeStringProperty("payload", event.payload());
        json.writeStringProperty("metadata", event.metadata());
        json.writeEndObject();
        json.writeRaw('\n');
    }

    public void end() {
        json.flush();
    }
}
