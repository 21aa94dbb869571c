package uk.vehicleregister.command.erasure.erase;

import uk.vehicleregister.command.erasure.erase.ErasePersons.KeepershipsEndedBefore;
import uk.vehicleregister.command.erasure.erase.ErasePersons.One;
import uk.vehicleregister.command.erasure.erase.ErasePersons.Whom;
import uk.vehicleregister.command.web.Field;
import uk.vehicleregister.command.web.Fields;
import uk.vehicleregister.command.web.Form;
import uk.vehicleregister.kernel.erasure.ErasureReason;
import uk.vehicleregister.kernel.erasure.LegalBasis;
import uk.vehicleregister.kernel.erasure.PersonRole;
import uk.vehicleregister.kernel.field.Parsed;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.vehicle.VehicleFields;
import uk.vehicleregister.kernel.vehicle.VehicleId;

/// Whose erasure is asked for: one vehicle or mark, and one person of it or all keepers of before a day.
final class ErasureForm implements Form<ErasureForm.Asked> {

    sealed interface Asked {

        boolean dryRun();
    }

    record Some(ErasePersons command, boolean dryRun) implements Asked {}

    /// Everybody whose years are over, on the whole register.
    record WholeRegister(boolean noExemptionApplies, boolean dryRun) implements Asked {}

    @Override
    public Field<Asked> read(Fields in) {
        Field<Boolean> whole = in.optionalTrue("wholeRegister");
        return whole.isPresent() ? wholeRegister(in) : some(in);
    }

    /// The policy says why and by which law.
    private static Field<Asked> wholeRegister(Fields in) {
        var exempt = in.requiredTrueOrFalse("noExemptionApplies");
        var dryRun = in.optionalTrue("dryRun");
        return in.done(() -> new WholeRegister(exempt.get(), dryRun.isPresent()));
    }

    private static Field<Asked> some(Fields in) {
        var vehicle = in.optional("vehicleId", ErasureForm::vehicleId);
        var mark = in.optional("registrationMark", RegistrationMark::parse);
        exactlyOne(in, "vehicleId", "registrationMark");
        Field<One> person = in.optionalObject("person", ErasureForm::person);
        var before = in.optional("keepershipsEndedBefore", VehicleFields::date);
        exactlyOne(in, "person", "keepershipsEndedBefore");
        One one = person.orNull();
        if (one != null && one.role().holdsRights() && !in.has("registrationMark"))
            in.fault("registrationMark", "REQUIRED", "is required for who holds the right to a mark");
        var reason = in.requiredOneOf(ErasureReason.class, "reason");
        var basis = in.requiredOneOf(LegalBasis.class, "legalBasis");
        var exempt = in.requiredTrueOrFalse("noExemptionApplies");
        var dryRun = in.optionalTrue("dryRun");
        return in.done(() -> {
            Whom whom = one != null ? one : new KeepershipsEndedBefore(before.get());
            return new Some(
                    new ErasePersons(vehicle.orNull(), mark.orNull(), whom, reason.get(), basis.get(), exempt.get()),
                    dryRun.isPresent());
        });
    }

    private static void exactlyOne(Fields in, String one, String other) {
        if (!in.has(one) && !in.has(other)) in.fault(one, "REQUIRED", "is required where there is no " + other);
        if (in.has(one) && in.has(other)) in.fault(other, "NOT_EXPECTED", "is only for where there is no " + one);
    }

    private static Field<One> person(Fields in) {
        var position = in.requiredPosition("position");
        var role = in.requiredOneOf(PersonRole.class, "role");
        return in.done(() -> new One(position.get(), role.get()));
    }

    private static Parsed<VehicleId> vehicleId(String text) {
        return text.matches("[A-Za-z0-9_-]{1,64}")
                ? Parsed.valid(new VehicleId(text))
                : Parsed.malformed("must be the id of a vehicle");
    }
}
