package uk.vehicleregister.command.authority.grant;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.vehicleregister.command.desk.CommandDesk;
import uk.vehicleregister.command.desk.Outcome;
import uk.vehicleregister.command.desk.RecordedTransaction;
import uk.vehicleregister.command.lookup.ProofForm;
import uk.vehicleregister.command.web.Accounts;
import uk.vehicleregister.command.web.Answers;
import uk.vehicleregister.command.web.CommandRequest;
import uk.vehicleregister.command.web.Entrance;
import uk.vehicleregister.command.web.Entrances;
import uk.vehicleregister.command.web.Field;
import uk.vehicleregister.command.web.Fields;
import uk.vehicleregister.command.web.Form;
import uk.vehicleregister.kernel.access.MayCall;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.kernel.event.AuthorityGranted;
import uk.vehicleregister.kernel.field.Parsed;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.vehicle.VehicleFields;

@RestController
final class GrantAuthorityEndpoint implements Form<GrantAuthority>, Entrance {

    private static final int MOST_COMMANDS = 50;

    private final CommandDesk desk;
    private final Accounts accounts;
    private final Entrances entrances;

    GrantAuthorityEndpoint(CommandDesk desk, Accounts accounts, Entrances entrances) {
        this.desk = desk;
        this.accounts = accounts;
        this.entrances = entrances;
    }

    /// A keeper lets an intermediary act for them: for this vehicle, in this scope, until that day. The
    /// intermediary is an account of the same issuer, named by the subject of its tokens.
    @PostMapping("/v1/authorities")
    @MayCall({Role.CITIZEN, Role.DEALER})
    ResponseEntity<Object> post(CommandRequest request) {
        return Answers.of(submit(request), this::answer);
    }

    @Override
    public String name() {
        return "authorities";
    }

    @Override
    public Outcome submit(CommandRequest request) {
        return desk.submit(request.read(this), request.submission());
    }

    @Override
    public Field<GrantAuthority> read(Fields in) {
        var mark = in.required("registrationMark", RegistrationMark::parse);
        var proof = ProofForm.reference(in);
        var intermediary = in.required("intermediary", accounts::ofCallersIssuer);
        Set<String> commands = in.asksOnly() ? Set.of() : ProofForm.commands(entrances);
        var scope = in.requiredTexts("scope", MOST_COMMANDS, text -> oneOf(commands, text));
        if (scope.isPresent() && scope.get().isEmpty()) {
            in.fault("scope", "TOO_SHORT", "must name at least one command");
        }
        var until = in.required("until", VehicleFields::date);
        return in.done(() -> new GrantAuthority(
                mark.get(), proof.get(), intermediary.get(), List.copyOf(new TreeSet<>(scope.get())), until.get()));
    }

    private static Parsed<String> oneOf(Set<String> commands, String text) {
        return commands.contains(text)
                ? Parsed.valid(text)
                : new Parsed.Faulty<>("NOT_A_KNOWN_WORD", "must be one of " + commands);
    }

    @Override
    public Map<String, ?> answer(RecordedTransaction transaction) {
        return Map.of("authorityId", transaction.the(AuthorityGranted.class).authorityId());
    }
}
