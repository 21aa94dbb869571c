package uk.vehicleregister.command.vehicle.scrap;

import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.vehicleregister.command.desk.CommandDesk;
import uk.vehicleregister.command.desk.Outcome;
import uk.vehicleregister.command.desk.RecordedTransaction;
import uk.vehicleregister.command.lookup.ProofForm;
import uk.vehicleregister.command.vehicle.scrap.ScrapVehicle.ToldBy;
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
final class ScrapVehicleEndpoint implements Form<ScrapVehicle>, Entrance {

    private final CommandDesk desk;

    ScrapVehicleEndpoint(CommandDesk desk) {
        this.desk = desk;
    }

    /// Destroyed at a treatment facility, which gives its certificate; or scrapped, told with the latest V5C. Of
    /// several roles of one caller the first named here counts.
    @PostMapping("/v1/scrappings")
    @MayCall({Role.TREATMENT_FACILITY, Role.DEALER, Role.CITIZEN})
    ResponseEntity<Object> post(CommandRequest request) {
        return Answers.of(submit(request), this::answer);
    }

    @Override
    public String name() {
        return "scrappings";
    }

    @Override
    public Outcome submit(CommandRequest request) {
        Role role = request.role();
        return desk.submit(request.read(in -> read(in, role)), request.submission());
    }

    /// For the description only: which of the two it is depends on who asks.
    @Override
    public Field<ScrapVehicle> read(Fields in) {
        return in.oneOf(each -> read(each, Role.TREATMENT_FACILITY), each -> read(each, Role.CITIZEN));
    }

    private static Field<ScrapVehicle> read(Fields in, Role role) {
        var mark = in.required("registrationMark", RegistrationMark::parse);
        var dateOfScrapping = in.required("dateOfScrapping", VehicleFields::date);
        Field<? extends ToldBy> toldBy = role == Role.TREATMENT_FACILITY ? byFacility(in) : byHolder(in, role);
        return in.done(() -> new ScrapVehicle(mark.get(), dateOfScrapping.get(), toldBy.get()));
    }

    private static Field<ToldBy.TreatmentFacility> byFacility(Fields in) {
        notExpected(in, "documentReference", "is for the keeper; a treatment facility gives its certificate");
        var certificate = in.required("certificateOfDestruction", VehicleFields::certificateOfDestruction);
        return in.part(certificate, ToldBy.TreatmentFacility::new);
    }

    private static Field<ToldBy.V5CHolder> byHolder(Fields in, Role role) {
        notExpected(
                in, "certificateOfDestruction", "is for a treatment facility; a keeper gives the document reference");
        return in.part(ProofForm.read(in), proof -> new ToldBy.V5CHolder(proof, role == Role.DEALER));
    }

    private static void notExpected(Fields in, String name, String message) {
        if (in.has(name)) {
            in.fault(name, "NOT_EXPECTED", message);
        }
    }

    @Override
    public Map<String, ?> answer(RecordedTransaction transaction) {
        return Map.of();
    }
}
