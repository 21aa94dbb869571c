package uk.vehicleregister.command.authority.revoke;

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
import uk.vehicleregister.kernel.event.AuthorityRevoked;

@RestController
final class RevokeAuthorityEndpoint implements Form<RevokeAuthority>, Entrance {

    private final CommandDesk desk;

    RevokeAuthorityEndpoint(CommandDesk desk) {
        this.desk = desk;
    }

    /// Takes an authority back, by the account that granted it. From then on it is refused; what was done under it
    /// stays.
    @PostMapping("/v1/authority-revocations")
    @MayCall({Role.CITIZEN, Role.DEALER})
    ResponseEntity<Object> post(CommandRequest request) {
        return Answers.of(submit(request), this::answer);
    }

    @Override
    public String name() {
        return "authority-revocations";
    }

    @Override
    public Outcome submit(CommandRequest request) {
        return desk.submit(request.read(this), request.submission());
    }

    @Override
    public Field<RevokeAuthority> read(Fields in) {
        var authorityId = in.required("authorityId", ProofForm::authorityId);
        return in.done(() -> new RevokeAuthority(authorityId.get()));
    }

    @Override
    public Map<String, ?> answer(RecordedTransaction transaction) {
        return Map.of("authorityId", transaction.the(AuthorityRevoked.class).authorityId());
    }
}
