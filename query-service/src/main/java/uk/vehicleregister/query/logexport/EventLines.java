package uk.vehicleregister.query.logexport;

import java.io.OutputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import uk.vehicleregister.eventstore.log.RawEvent;

/// Writes events as lines of JSON (docs/audit.md). Payload and metadata are strings that hold the stored text, so that
/// the very bytes can be hashed again.
public final class EventLines {

    private static final JsonFactory JSON =
            JsonFactory.builder().rootValueSeparator("").build();

    private final JsonGenerator json;

    public EventLines(OutputStream out) {
        json = JSON.createGenerator(ObjectWriteContext.empty(), out);
    }

    public void write(RawEvent event) {
        json.writeStartObject();
        json.writeNumberProperty("position", event.position());
        json.writeStringProperty("eventId", event.eventId().toString());
        json.writeStringProperty("stream", event.stream());
        json.writeNumberProperty("version", event.version());
        json.writeStringProperty("type", event.type());
        json.writeStringProperty("revision", event.revision());
        json.writeNumberProperty("recordedAt", event.recordedAtMicros());
        json.writeBooleanProperty("endsTransaction", event.endsTransaction());
        json.writeName("payload");
        json.writeUTF8String(event.payload(), 0, event.payload().length);
        json.writeName("metadata");
        json.writeUTF8String(event.metadata(), 0, event.metadata().length);
        json.writeEndObject();
        json.writeRaw('\n');
    }

    public void end() {
        json.flush();
    }
}
