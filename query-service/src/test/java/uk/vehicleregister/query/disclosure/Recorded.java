package uk.vehicleregister.query.disclosure;

import java.util.List;
import tools.jackson.databind.JsonNode;
import uk.vehicleregister.eventstore.log.EventLogReader;
import uk.vehicleregister.eventstore.log.RecordedEvent;
import uk.vehicleregister.kernel.event.EventJson;
import uk.vehicleregister.kernel.event.RecordDisclosed;
import uk.vehicleregister.query.RunningService;

/// The looks on the log of a running service, beyond a position.
public record Recorded(RecordDisclosed look, JsonNode metadata, long position, String stream) {

    public static List<Recorded> after(RunningService service, long position) {
        return new EventLogReader(service.database.command())
                .after(position, 100_000).stream()
                        .filter(event -> event.type().equals("RecordDisclosed"))
                        .map(Recorded::of)
                        .toList();
    }

    private static Recorded of(RecordedEvent event) {
        return new Recorded(
                (RecordDisclosed) EventJson.readFact(event.type(), event.revision(), event.payload()),
                RunningService.JSON.readTree(event.metadata()),
                event.position(),
                event.stream());
    }
}
