package uk.vehicleregister.command.v5c.replace;

import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.vehicleregister.command.desk.CommandDesk;
import uk.vehicleregister.command.desk.Outcome;
import uk.vehicleregister.command.desk.RecordedTransaction;
import uk.vehicleregister.command.lookup.Proof;
import uk.vehicleregister.command.web.Answers;
import uk.vehicleregister.command.web.CommandRequest;
import uk.vehicleregister.command.web.Entrance;
import uk.vehicleregister.command.web.Field;
import uk.vehicleregister.command.web.Fields;
import uk.vehicleregister.command.web.Form;
import uk.vehicleregister.kernel.access.MayCall;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.kernel.keeper.Postcode;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.paper.LossReason;

@RestController
final class ReplaceV5CEndpoint implements Form<ReplaceV5C>, Entrance {

    private final CommandDesk desk;

    ReplaceV5CEndpoint(CommandDesk desk) {
        this.desk = desk;
    }

    /// The V5C is lost, stolen or damaged: another goes to the keeper in the post, and the one before is dead.
    @PostMapping("/v1/v5c-replacements")
    @MayCall({Role.CITIZEN, Role.DEALER})
    ResponseEntity<Object> post(CommandRequest request) {
        return Answers.of(submit(request), this::answer);
    }

    @Override
    public String name() {
        return "v5c-replacements";
    }

    @Override
    public Outcome submit(CommandRequest request) {
        return desk.submit(request.read(this), request.submission());
    }

    @Override
    public Field<ReplaceV5C> read(Fields in) {
        var mark = in.required("registrationMark", RegistrationMark::parse);
        var postcode = in.required("keeperPostcode", Postcode::parseEntered);
        var reason = in.requiredOneOf(LossReason.class, "reason");
        return in.done(() -> new ReplaceV5C(mark.get(), new Proof.KeeperPostcode(postcode.get()), reason.get()));
    }

    @Override
    public Map<String, ?> answer(RecordedTransaction transaction) {
        return Map.of();
    }
}
