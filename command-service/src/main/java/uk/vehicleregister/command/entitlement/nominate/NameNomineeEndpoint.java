package uk.vehicleregister.command.entitlement.nominate;

import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.vehicleregister.command.desk.CommandDesk;
import uk.vehicleregister.command.desk.Outcome;
import uk.vehicleregister.command.desk.RecordedTransaction;
import uk.vehicleregister.command.paper.PaperReader;
import uk.vehicleregister.command.person.PersonForms;
import uk.vehicleregister.command.web.Answers;
import uk.vehicleregister.command.web.CommandRequest;
import uk.vehicleregister.command.web.Entrance;
import uk.vehicleregister.command.web.Field;
import uk.vehicleregister.command.web.Fields;
import uk.vehicleregister.command.web.Form;
import uk.vehicleregister.kernel.access.MayCall;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.kernel.event.NomineeNamed;
import uk.vehicleregister.kernel.keeper.Nominee;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.paper.CertificateNumber;

@RestController
final class NameNomineeEndpoint implements Form<NameNominee>, Entrance {

    private final CommandDesk desk;
    private final PersonForms persons;
    private final PaperReader papers;

    NameNomineeEndpoint(CommandDesk desk, PersonForms persons, PaperReader papers) {
        this.desk = desk;
        this.persons = persons;
        this.papers = papers;
    }

    /// Nomination: names on whose vehicle the mark may go, and prints the certificate anew; free.
    @PostMapping("/v1/entitlement-nominations")
    @MayCall({Role.CITIZEN, Role.DEALER})
    ResponseEntity<Object> post(CommandRequest request) {
        return Answers.of(submit(request), this::answer);
    }

    @Override
    public String name() {
        return "entitlement-nominations";
    }

    @Override
    public Outcome submit(CommandRequest request) {
        return desk.submit(request.read(this), request.submission());
    }

    @Override
    public Field<NameNominee> read(Fields in) {
        var mark = in.required("registrationMark", RegistrationMark::parse);
        var certificate = in.required("certificateNumber", CertificateNumber::parse);
        Field<Nominee> nominee = in.requiredObject("nominee", persons::nominee);
        return in.done(() -> new NameNominee(mark.get(), certificate.get(), nominee.get()));
    }

    @Override
    public Map<String, ?> answer(RecordedTransaction transaction) {
        NomineeNamed named = transaction.the(NomineeNamed.class);
        return papers.answer(
                Map.of("expiresOn", named.expiresOn().toString()), "certificateNumber", named.certificate());
    }
}
