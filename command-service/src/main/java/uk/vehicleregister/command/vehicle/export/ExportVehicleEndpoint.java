package uk.vehicleregister.command.vehicle.export;

import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.vehicleregister.command.desk.CommandDesk;
import uk.vehicleregister.command.desk.Outcome;
import uk.vehicleregister.command.desk.RecordedTransaction;
import uk.vehicleregister.command.lookup.ProofForm;
import uk.vehicleregister.command.web.Answers;
import uk.vehicleregister.command.web.CommandRequest;
import uk.vehicleregister.command.web.Entrance;
import uk.vehicleregister.command.web.Field;
import uk.vehicleregister.command.web.Fields;
import uk.vehicleregister.command.web.Form;
import uk.vehicleregister.kernel.access.MayCall;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.vehicle.VehicleFields;

@RestController
final class ExportVehicleEndpoint implements Form<ExportVehicle>, Entrance {

    private final CommandDesk desk;

    ExportVehicleEndpoint(CommandDesk desk) {
        this.desk = desk;
    }

    /// The vehicle left the United Kingdom for good, also to the Channel Islands, the Isle of Man or Ireland. Of
    /// several roles of one caller the first named here counts.
    @PostMapping("/v1/exports")
    @MayCall({Role.DEALER, Role.CITIZEN})
    ResponseEntity<Object> post(CommandRequest request) {
        return Answers.of(submit(request), this::answer);
    }

    @Override
    public String name() {
        return "exports";
    }

    @Override
    public Outcome submit(CommandRequest request) {
        Role role = request.role();
        return desk.submit(request.read(in -> read(in, role)), request.submission());
    }

    @Override
    public Field<ExportVehicle> read(Fields in) {
        return read(in, Role.CITIZEN);
    }

    private static Field<ExportVehicle> read(Fields in, Role role) {
        var mark = in.required("registrationMark", RegistrationMark::parse);
        var proof = ProofForm.read(in);
        var dateOfExport = in.required("dateOfExport", VehicleFields::date);
        var destination = in.required("destinationCountry", VehicleFields::destinationCountry);
        return in.done(() ->
                new ExportVehicle(mark.get(), proof.get(), dateOfExport.get(), destination.get(), role == Role.DEALER));
    }

    @Override
    public Map<String, ?> answer(RecordedTransaction transaction) {
        return Map.of();
    }
}
