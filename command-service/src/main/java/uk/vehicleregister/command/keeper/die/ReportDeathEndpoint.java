package uk.vehicleregister.command.keeper.die;

import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.vehicleregister.command.desk.CommandDesk;
import uk.vehicleregister.command.desk.Outcome;
import uk.vehicleregister.command.desk.RecordedTransaction;
import uk.vehicleregister.command.lookup.ProofForm;
import uk.vehicleregister.command.person.PersonForms;
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
final class ReportDeathEndpoint implements Form<ReportDeath>, Entrance {

    private final CommandDesk desk;
    private final PersonForms persons;

    ReportDeathEndpoint(CommandDesk desk, PersonForms persons) {
        this.desk = desk;
        this.persons = persons;
    }

    /// The keeper died: the record stands for the estate, and the new V5C goes to the executor.
    @PostMapping("/v1/keeper-deaths")
    @MayCall({Role.CITIZEN, Role.DEALER})
    ResponseEntity<Object> post(CommandRequest request) {
        return Answers.of(submit(request), this::answer);
    }

    @Override
    public String name() {
        return "keeper-deaths";
    }

    @Override
    public Outcome submit(CommandRequest request) {
        return desk.submit(request.read(this), request.submission());
    }

    @Override
    public Field<ReportDeath> read(Fields in) {
        var mark = in.required("registrationMark", RegistrationMark::parse);
        var proof = ProofForm.read(in);
        var dateOfDeath = in.required("dateOfDeath", VehicleFields::date);
        var executor = in.requiredObject("executor", persons::executor);
        return in.done(() -> new ReportDeath(mark.get(), proof.get(), dateOfDeath.get(), executor.get()));
    }

    @Override
    public Map<String, ?> answer(RecordedTransaction transaction) {
        return Map.of();
    }
}
