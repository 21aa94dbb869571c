package uk.vehicleregister.command.keeper.update;

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

@RestController
final class ChangeKeeperDetailsEndpoint implements Form<ChangeKeeperDetails>, Entrance {

    private final CommandDesk desk;
    private final PersonForms persons;

    ChangeKeeperDetailsEndpoint(CommandDesk desk, PersonForms persons) {
        this.desk = desk;
        this.persons = persons;
    }

    /// The keeper has another name or address, told whole as it is from now on; a new V5C goes there.
    @PostMapping("/v1/keeper-details")
    @MayCall({Role.CITIZEN, Role.DEALER})
    ResponseEntity<Object> post(CommandRequest request) {
        return Answers.of(submit(request), this::answer);
    }

    @Override
    public String name() {
        return "keeper-details";
    }

    @Override
    public Outcome submit(CommandRequest request) {
        return desk.submit(request.read(this), request.submission());
    }

    @Override
    public Field<ChangeKeeperDetails> read(Fields in) {
        var mark = in.required("registrationMark", RegistrationMark::parse);
        var proof = ProofForm.read(in);
        var keeper = in.requiredObject("keeper", persons::keeper);
        return in.done(() -> new ChangeKeeperDetails(mark.get(), proof.get(), keeper.get()));
    }

    @Override
    public Map<String, ?> answer(RecordedTransaction transaction) {
        return Map.of();
    }
}
