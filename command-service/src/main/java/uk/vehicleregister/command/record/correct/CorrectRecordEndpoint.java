package uk.vehicleregister.command.record.correct;

import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.vehicleregister.command.desk.BusinessCalendar;
import uk.vehicleregister.command.desk.CommandDesk;
import uk.vehicleregister.command.person.PersonForms;
import uk.vehicleregister.command.web.Answers;
import uk.vehicleregister.command.web.CommandRequest;
import uk.vehicleregister.command.web.Field;
import uk.vehicleregister.command.web.Fields;
import uk.vehicleregister.command.web.Form;
import uk.vehicleregister.kernel.access.MayCall;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.kernel.field.Ascii;
import uk.vehicleregister.kernel.field.Parsed;
import uk.vehicleregister.kernel.vehicle.VehicleId;

@RestController
final class CorrectRecordEndpoint implements Form<CorrectRecord> {

    private final CommandDesk desk;
    private final PersonForms persons;
    private final BusinessCalendar calendar;

    CorrectRecordEndpoint(CommandDesk desk, PersonForms persons, BusinessCalendar calendar) {
        this.desk = desk;
        this.persons = persons;
        this.calendar = calendar;
    }

    /// Corrects what the event at a position told: a keeper or a date, what the vehicle is, or that it happened at all.
    @PostMapping("/v1/corrections")
    @MayCall(Role.REGISTRAR)
    ResponseEntity<Object> post(CommandRequest request) {
        return Answers.of(desk.submit(request.read(this), request.submission()), _ -> Map.of());
    }

    @Override
    public Field<CorrectRecord> read(Fields in) {
        var vehicle = in.required("vehicleId", CorrectRecordEndpoint::vehicleId);
        var corrects = in.requiredPosition("corrects");
        var reason = in.required("reason", CorrectRecordEndpoint::reason);
        var correction = new CorrectionForm(persons, calendar.today()).read(in);
        return in.done(() -> new CorrectRecord(vehicle.get(), corrects.get(), reason.get(), correction.get()));
    }

    private static Parsed<VehicleId> vehicleId(String text) {
        return text.matches("[A-Za-z0-9_-]{1,64}")
                ? Parsed.valid(new VehicleId(text))
                : Parsed.malformed("must be the id of a vehicle");
    }

    private static Parsed<String> reason(String text) {
        String trimmed = Ascii.trim(text);
        return trimmed.matches("[\\x20-\\x7e]{1,200}")
                ? Parsed.valid(trimmed)
                : Parsed.malformed("must be 1 to 200 printable characters");
    }
}
