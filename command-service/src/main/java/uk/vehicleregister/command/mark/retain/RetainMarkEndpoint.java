package uk.vehicleregister.command.mark.retain;

import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.vehicleregister.command.desk.Outcome;
import uk.vehicleregister.command.desk.PaymentDesk;
import uk.vehicleregister.command.desk.RecordedTransaction;
import uk.vehicleregister.command.lookup.ProofForm;
import uk.vehicleregister.command.paper.PaperReader;
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
import uk.vehicleregister.kernel.event.EntitlementGranted;
import uk.vehicleregister.kernel.event.MarkRetained;
import uk.vehicleregister.kernel.keeper.ActingBusiness;
import uk.vehicleregister.kernel.keeper.Email;
import uk.vehicleregister.kernel.keeper.Postcode;
import uk.vehicleregister.kernel.mark.RegistrationMark;

@RestController
final class RetainMarkEndpoint implements Form<RetainMarkEndpoint.Application>, Entrance {

    /// The command and the fee that comes with it.
    record Application(RetainMark command, PaymentToken payment) {}

    private final PaymentDesk desk;
    private final PersonForms persons;
    private final PaperReader papers;

    RetainMarkEndpoint(PaymentDesk desk, PersonForms persons, PaperReader papers) {
        this.desk = desk;
        this.persons = persons;
        this.papers = papers;
    }

    /// Retention: takes a mark off its vehicle and keeps it on a V778, for GBP 80.
    @PostMapping("/v1/retentions")
    @MayCall({Role.CITIZEN, Role.DEALER})
    ResponseEntity<Object> post(CommandRequest request) {
        return Answers.of(submit(request), this::answer);
    }

    @Override
    public String name() {
        return "retentions";
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
        Field<Acting> actingAs = in.requiredOneOf(Acting.class, "actingAs");
        Field<ActingBusiness> business = persons.businessIfActing(in, actingAs);
        var keeperEmail = in.optional("keeperEmail", Email::parse);
        Field<PaymentToken> payment = in.requiredObject("payment", PaymentForm::read);
        return in.done(() -> new Application(
                new RetainMark(mark.get(), proof.get(), postcode.get(), business.orNull(), keeperEmail.orNull()),
                payment.get()));
    }

    @Override
    public Map<String, ?> answer(RecordedTransaction transaction) {
        MarkRetained retained = transaction.the(MarkRetained.class);
        return papers.answer(
                Map.of(
                        "retainedMark", retained.mark().text(),
                        "replacementMark", retained.replacement().text()),
                "certificateNumber",
                transaction.the(EntitlementGranted.class).certificate());
    }
}
