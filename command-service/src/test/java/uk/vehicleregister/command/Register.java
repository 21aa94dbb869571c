package uk.vehicleregister.command;

import java.util.List;
import java.util.Map;
import uk.vehicleregister.command.RunningService.Answer;
import uk.vehicleregister.eventstore.log.RecordedEvent;
import uk.vehicleregister.eventstore.vault.Opened;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.kernel.event.EventJson;
import uk.vehicleregister.kernel.event.V5CIssued;

/// What people around a running service do: registrars register, the post brings V5Cs.
public record Register(RunningService service) {

    /// A vehicle on the register, with the V5C its keeper has at hand.
    public record Vehicle(String id, String mark, String reference) {}

    public Vehicle registered() {
        return registered(Bodies.vehicle());
    }

    public Vehicle registered(Map<String, Object> body) {
        Answer answer = service.post("/v1/vehicles", Role.REGISTRAR, body);
        if (answer.status() != 201) {
            throw new AssertionError("not registered: " + answer.status() + " " + answer.body());
        }
        return byPost(answer.text("vehicleId"));
    }

    /// The vehicle with the mark and reference of its latest V5C, as the post brought it.
    public Vehicle byPost(String vehicleId) {
        V5CIssued latest = null;
        for (RecordedEvent event : eventsOf(vehicleId)) {
            if (event.type().equals("V5CIssued")) {
                latest = EventJson.read(event.payload(), V5CIssued.class);
            }
        }
        Opened.Plain reference = (Opened.Plain)
                service.vault().open(latest.documentReference().sealed().text());
        return new Vehicle(vehicleId, latest.mark().text(), reference.text());
    }

    public List<RecordedEvent> eventsOf(String vehicleId) {
        return service.log().stream("vehicle-" + vehicleId, 0);
    }

    public List<String> typesOf(String vehicleId) {
        return eventsOf(vehicleId).stream().map(RecordedEvent::type).toList();
    }
}
