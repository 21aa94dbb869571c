package uk.vehicleregister.command.entitlement.buy;

import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.vehicleregister.command.desk.Outcome;
import uk.vehicleregister.command.desk.PaymentDesk;
import uk.vehicleregister.command.desk.RecordedTransaction;
import uk.vehicleregister.command.paper.PaperReader;
import uk.vehicleregister.command.payment.PaymentToken;
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
import uk.vehicleregister.kernel.event.EntitlementBought;
import uk.vehicleregister.kernel.keeper.Nominee;
import uk.vehicleregister.kernel.keeper.Purchaser;
import uk.vehicleregister.kernel.mark.RegistrationMark;

@RestController
final class BuyEntitlementEndpoint implements Form<BuyEntitlementEndpoint.Application>, Entrance {

    /// The command and the price that comes with it.
    record Application(BuyEntitlement command, PaymentToken payment) {}

    private final PaymentDesk desk;
    private final PersonForms persons;
    private final PaperReader papers;

    BuyEntitlementEndpoint(PaymentDesk desk, PersonForms persons, PaperReader papers) {
        this.desk = desk;
        this.persons = persons;
        this.papers = papers;
    }

    /// Purchase: the right to a mark that was never issued, on a V750 for ten years, for GBP 250.
    @PostMapping("/v1/entitlements")
    @MayCall({Role.CITIZEN, Role.DEALER})
    ResponseEntity<Object> post(CommandRequest request) {
        return Answers.of(submit(request), this::answer);
    }

    @Override
    public String name() {
        return "entitlements";
    }

    @Override
    public Outcome submit(CommandRequest request) {
        Application application = request.read(this);
        return desk.submit(application.command(), request.submission(), application.payment());
    }

    @Override
    public Field<Application> read(Fields in) {
        var mark = in.required("registrationMark", RegistrationMark::parse);
        Field<Purchaser> purchaser = in.requiredObject("purchaser", persons::purchaser);
        Field<Nominee> nominee = in.optionalObject("nominee", persons::nominee);
        Field<PaymentToken> payment = in.requiredObject("payment", PaymentForm::read);
        return in.done(() ->
                new Application(new BuyEntitlement(mark.get(), purchaser.get(), nominee.orNull()), payment.get()));
    }

    @Override
    public Map<String, ?> answer(RecordedTransaction transaction) {
        return papers.answer(
                Map.of(),
                "certificateNumber",
                transaction.the(EntitlementBought.class).certificate());
    }
}
