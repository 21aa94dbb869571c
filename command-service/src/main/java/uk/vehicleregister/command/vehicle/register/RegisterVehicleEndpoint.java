package uk.vehicleregister.command.vehicle.register;

import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.vehicleregister.command.desk.BusinessCalendar;
import uk.vehicleregister.command.desk.CommandDesk;
import uk.vehicleregister.command.desk.RecordedTransaction;
import uk.vehicleregister.command.person.PersonForms;
import uk.vehicleregister.command.web.Answers;
import uk.vehicleregister.command.web.CommandRequest;
import uk.vehicleregister.command.web.Field;
import uk.vehicleregister.command.web.Fields;
import uk.vehicleregister.command.web.Form;
import uk.vehicleregister.kernel.access.MayCall;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.kernel.event.VehicleRegistered;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.vehicle.VehicleDetails;
import uk.vehicleregister.kernel.vehicle.Vin;

@RestController
final class RegisterVehicleEndpoint implements Form<RegisterVehicle> {

    private final CommandDesk desk;
    private final PersonForms persons;
    private final BusinessCalendar calendar;

    RegisterVehicleEndpoint(CommandDesk desk, PersonForms persons, BusinessCalendar calendar) {
        this.desk = desk;
        this.persons = persons;
        this.calendar = calendar;
    }

    /// First registration of a vehicle; a mark of its age is allocated if none is given.
    @PostMapping("/v1/vehicles")
    @MayCall(Role.REGISTRAR)
    ResponseEntity<Object> post(CommandRequest request) {
        RegisterVehicle command = request.read(this);
        return Answers.of(desk.submit(command, request.submission()), RegisterVehicleEndpoint::answer);
    }

    @Override
    public Field<RegisterVehicle> read(Fields in) {
        Field<Vin> vin = in.required("vin", text -> Vin.parse(text, in.dateIn("dateOfFirstRegistration")));
        var mark = in.optional("registrationMark", RegistrationMark::parse);
        Field<VehicleDetails> details = new DetailsForm(
                        in,
                        (name, required, parse) ->
                                required ? in.requiredWhole(name, parse) : in.optionalWhole(name, parse),
                        calendar.today())
                .read();
        var keeper = in.requiredObject("keeper", persons::keeper);
        return in.done(() -> new RegisterVehicle(
                vin.get(),
                mark.orNull(),
                details.get(),
                keeper.get(),
                details.get().dateOfFirstRegistration(),
                null));
    }

    private static Map<String, ?> answer(RecordedTransaction transaction) {
        VehicleRegistered registered = transaction.the(VehicleRegistered.class);
        return Map.of(
                "vehicleId", registered.vehicleId().text(),
                "registrationMark", registered.mark().text());
    }
}
