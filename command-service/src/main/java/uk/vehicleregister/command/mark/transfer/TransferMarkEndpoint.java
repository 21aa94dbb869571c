package uk.vehicleregister.command.mark.transfer;

import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.vehicleregister.command.desk.Outcome;
import uk.vehicleregister.command.desk.PaymentDesk;
import uk.vehicleregister.command.desk.RecordedTransaction;
import uk.vehicleregister.command.lookup.Proof;
import uk.vehicleregister.command.lookup.ProofForm;
import uk.vehicleregister.command.payment.PaymentToken;
import uk.vehicleregister.command.web.Answers;
import uk.vehicleregister.command.web.CommandRequest;
import uk.vehicleregister.command.web.Entrance;
import uk.vehicleregister.command.web.Field;
import uk.vehicleregister.command.web.Fields;
import uk.vehicleregister.command.web.Form;
import uk.vehicleregister.command.web.PaymentForm;
import uk.vehicleregister.kernel.access.MayCall;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.kernel.event.MarkTransferredAway;
import uk.vehicleregister.kernel.event.MarkTransferredIn;
import uk.vehicleregister.kernel.keeper.Postcode;
import uk.vehicleregister.kernel.mark.RegistrationMark;

@RestController
final class TransferMarkEndpoint implements Form<TransferMarkEndpoint.Application>, Entrance {

    /// The command and the fee that comes with it.
    record Application(TransferMark command, PaymentToken payment) {}

    private record Side(RegistrationMark mark, Proof proof) {}

    private final PaymentDesk desk;

    TransferMarkEndpoint(PaymentDesk desk) {
        this.desk = desk;
    }

    /// Transfer: moves a mark straight from one vehicle to another of the same keeper, for GBP 80.
    @PostMapping("/v1/mark-transfers")
    @MayCall({Role.CITIZEN, Role.DEALER})
    ResponseEntity<Object> post(CommandRequest request) {
        return Answers.of(submit(request), this::answer);
    }

    @Override
    public String name() {
        return "mark-transfers";
    }

    @Override
    public Outcome submit(CommandRequest request) {
        Application application = request.read(this);
        return desk.submit(application.command(), request.submission(), application.payment());
    }

    @Override
    public Field<Application> read(Fields in) {
        Field<Side> from = in.requiredObject("from", TransferMarkEndpoint::side);
        Field<Side> to = in.requiredObject("to", TransferMarkEndpoint::side);
        if (from.isPresent()
                && to.isPresent()
                && from.get().mark().equals(to.get().mark())) {
            in.fault("to", "SAME_VEHICLE", "must be another vehicle than the one the mark comes from");
        }
        var postcode = in.required("keeperPostcode", Postcode::parseEntered);
        Field<PaymentToken> payment = in.requiredObject("payment", PaymentForm::read);
        return in.done(() -> new Application(
                new TransferMark(
                        from.get().mark(),
                        from.get().proof(),
                        to.get().mark(),
                        to.get().proof(),
                        postcode.get()),
                payment.get()));
    }

    private static Field<Side> side(Fields in) {
        var mark = in.required("registrationMark", RegistrationMark::parse);
        Field<Proof> proof = ProofForm.read(in);
        return in.done(() -> new Side(mark.get(), proof.get()));
    }

    @Override
    public Map<String, ?> answer(RecordedTransaction transaction) {
        MarkTransferredAway away = transaction.the(MarkTransferredAway.class);
        return Map.of(
                "registrationMark", away.mark().text(),
                "replacementMark", away.replacement().text(),
                "replacedMark",
                        transaction.the(MarkTransferredIn.class).replaced().text());
    }
}
