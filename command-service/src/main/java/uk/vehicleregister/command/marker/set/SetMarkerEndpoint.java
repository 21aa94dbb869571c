package uk.vehicleregister.command.marker.set;

import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.vehicleregister.command.desk.CommandDesk;
import uk.vehicleregister.command.web.Answers;
import uk.vehicleregister.command.web.CommandRequest;
import uk.vehicleregister.command.web.Field;
import uk.vehicleregister.command.web.Fields;
import uk.vehicleregister.command.web.Form;
import uk.vehicleregister.kernel.access.MayCall;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.kernel.field.Reason;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.vehicle.Marker;

@RestController
final class SetMarkerEndpoint implements Form<SetMarker> {

    private final CommandDesk desk;

    SetMarkerEndpoint(CommandDesk desk) {
        this.desk = desk;
    }

    /// Sets or lifts a marker on a vehicle's record; the reason names a case or a paper, never a person.
    @PostMapping("/v1/markers")
    @MayCall(Role.REGISTRAR)
    ResponseEntity<Object> post(CommandRequest request) {
        return Answers.of(desk.submit(request.read(this), request.submission()), _ -> Map.of());
    }

    @Override
    public Field<SetMarker> read(Fields in) {
        var mark = in.required("registrationMark", RegistrationMark::parse);
        var marker = in.requiredOneOf(Marker.class, "marker");
        var state = in.requiredOneOf(SetMarker.State.class, "state");
        var reason = in.required("reason", Reason::parse);
        return in.done(() -> new SetMarker(mark.get(), marker.get(), state.get(), reason.get()));
    }
}
