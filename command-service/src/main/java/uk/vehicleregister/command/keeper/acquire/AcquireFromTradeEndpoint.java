package uk.vehicleregister.command.keeper.acquire;

import java.util.Map;
import java.util.Set;
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
import uk.vehicleregister.kernel.event.V5CIssued;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.vehicle.TaxOrSorn;
import uk.vehicleregister.kernel.vehicle.VehicleFields;
import uk.vehicleregister.kernel.vehicle.Warning;

@RestController
final class AcquireFromTradeEndpoint implements Form<AcquireFromTrade>, Entrance {

    private final CommandDesk desk;
    private final PersonForms persons;

    AcquireFromTradeEndpoint(CommandDesk desk, PersonForms persons) {
        this.desk = desk;
        this.persons = persons;
    }

    /// Sold out of the trade: the dealer tells the register who the new keeper is.
    @PostMapping("/v1/acquisitions")
    @MayCall(Role.DEALER)
    ResponseEntity<Object> post(CommandRequest request) {
        return Answers.of(submit(request), this::answer);
    }

    @Override
    public String name() {
        return "acquisitions";
    }

    @Override
    public Outcome submit(CommandRequest request) {
        return desk.submit(request.read(this), request.submission());
    }

    @Override
    public Field<AcquireFromTrade> read(Fields in) {
        var mark = in.required("registrationMark", RegistrationMark::parse);
        // A vehicle in the trade has no keeper who could have given an authority.
        var proof = ProofForm.reference(in);
        var trader = in.requiredObject("trader", persons::trader);
        var newKeeper = in.requiredObject("newKeeper", persons::keeper);
        var dateOfSale = in.required("dateOfSale", VehicleFields::date);
        var mileage = in.optionalWhole("mileage", VehicleFields::mileage);
        var keeperConsent = in.requiredTrueOrFalse("keeperConsent");
        var taxOrSorn = in.requiredOneOf(TaxOrSorn.class, "taxOrSorn");
        var acknowledged = in.optionalWords(Warning.class, "acknowledgedWarnings");
        return in.done(() -> new AcquireFromTrade(
                mark.get(),
                proof.get(),
                trader.get(),
                newKeeper.get(),
                dateOfSale.get(),
                mileage.orNull(),
                keeperConsent.get(),
                taxOrSorn.get(),
                acknowledged.isPresent() ? Set.copyOf(acknowledged.get()) : Set.of()));
    }

    @Override
    public Map<String, ?> answer(RecordedTransaction transaction) {
        return Map.of(
                "registrationMark", transaction.the(V5CIssued.class).mark().text());
    }
}
