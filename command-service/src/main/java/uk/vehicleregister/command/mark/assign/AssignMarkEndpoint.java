package uk.vehicleregister.command.mark.assign;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.vehicleregister.command.desk.Outcome;
import uk.vehicleregister.command.desk.PaymentDesk;
import uk.vehicleregister.command.desk.RecordedTransaction;
import uk.vehicleregister.command.lookup.ProofForm;
import uk.vehicleregister.command.payment.PaymentToken;
import uk.vehicleregister.command.person.Acting;
import uk.vehicleregister.command.person.PersonForms;
import uk.vehicleregister.command.web.Answers;
import uk.vehicleregister.command.web.CommandRequest;
import uk.vehicleregister.command.web.Entrance;
import uk.vehicleregister.command.web.Field;
import uk.vehicleregister.command.web.Fields;
import uk.vehicleregister.command.web.Form;
import uk.vehicleregister.command.web.PaymentForm;
import uk.vehicleregister.kernel.access.MayCall;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.kernel.event.MarkAssigned;
import uk.vehicleregister.kernel.keeper.ActingBusiness;
import uk.vehicleregister.kernel.keeper.Postcode;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.paper.CertificateNumber;

@RestController
final class AssignMarkEndpoint implements Form<AssignMarkEndpoint.Application>, Entrance {

    /// The command and the fee, should one be due.
    record Application(AssignMark command, @Nullable PaymentToken payment) {}

    private final PaymentDesk desk;
    private final PersonForms persons;

    AssignMarkEndpoint(PaymentDesk desk, PersonForms persons) {
        this.desk = desk;
        this.persons = persons;
    }

    /// Assignment: puts a mark held on a certificate on a vehicle; free, unless the certificate has expired.
    @PostMapping("/v1/assignments")
    @MayCall({Role.CITIZEN, Role.DEALER})
    ResponseEntity<Object> post(CommandRequest request) {
        return Answers.of(submit(request), this::answer);
    }

    @Override
    public String name() {
        return "assignments";
    }

    @Override
    public Outcome submit(CommandRequest request) {
        Application application = request.read(this);
        return desk.submit(application.command(), request.submission(), application.payment());
    }

    @Override
    public Field<Application> read(Fields in) {
        var mark = in.required("registrationMark", RegistrationMark::parse);
        var proof = ProofForm.read(in);
        var postcode = in.required("keeperPostcode", Postcode::parseEntered);
        var certificate = in.required("certificateNumber", CertificateNumber::parse);
        var markToAssign = in.required("markToAssign", RegistrationMark::parse);
        var granteeConsent = in.requiredTrueOrFalse("granteeConsent");
        Field<Acting> actingAs = in.requiredOneOf(Acting.class, "actingAs");
        Field<ActingBusiness> business = persons.businessIfActing(in, actingAs);
        Field<PaymentToken> payment = in.optionalObject("payment", PaymentForm::read);
        return in.done(() -> new Application(
                new AssignMark(
                        mark.get(),
                        proof.get(),
                        postcode.get(),
                        certificate.get(),
                        markToAssign.get(),
                        granteeConsent.get(),
                        business.orNull(),
                        payment.isPresent()),
                payment.orNull()));
    }

    @Override
    public Map<String, ?> answer(RecordedTransaction transaction) {
        MarkAssigned assigned = transaction.the(MarkAssigned.class);
        return Map.of(
                "registrationMark", assigned.mark().text(),
                "replacedMark", assigned.replaced().text());
    }
}
