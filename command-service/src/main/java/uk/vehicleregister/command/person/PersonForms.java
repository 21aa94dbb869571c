package uk.vehicleregister.command.person;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import uk.vehicleregister.command.desk.BusinessCalendar;
import uk.vehicleregister.command.web.Field;
import uk.vehicleregister.command.web.Fields;
import uk.vehicleregister.kernel.field.Parsed;
import uk.vehicleregister.kernel.keeper.ActingBusiness;
import uk.vehicleregister.kernel.keeper.Address;
import uk.vehicleregister.kernel.keeper.Business;
import uk.vehicleregister.kernel.keeper.DriverNumber;
import uk.vehicleregister.kernel.keeper.Email;
import uk.vehicleregister.kernel.keeper.Estate;
import uk.vehicleregister.kernel.keeper.FleetNumber;
import uk.vehicleregister.kernel.keeper.Keeper;
import uk.vehicleregister.kernel.keeper.KeeperFields;
import uk.vehicleregister.kernel.keeper.Nominee;
import uk.vehicleregister.kernel.keeper.Person;
import uk.vehicleregister.kernel.keeper.Postcode;
import uk.vehicleregister.kernel.keeper.Purchaser;
import uk.vehicleregister.kernel.keeper.Trader;

/// People and businesses as a request tells them, by the field rules of domain.md 1.0.
@Component
public final class PersonForms {

    private static final int MOST_LINES = 3;

    /// Who can be told of as a keeper; an estate comes about by a death.
    private enum Registrable {
        PERSON,
        BUSINESS
    }

    private final BusinessCalendar calendar;

    PersonForms(BusinessCalendar calendar) {
        this.calendar = calendar;
    }

    public Field<Keeper> keeper(Fields in) {
        Field<Registrable> type = in.requiredOneOf(Registrable.class, "type");
        if (in.asksOnly()) {
            return in.oneOf(this::person, PersonForms::business);
        }
        boolean isBusiness = type.isPresent() && type.get() == Registrable.BUSINESS;
        return isBusiness ? business(in) : person(in);
    }

    private Field<Keeper> person(Fields in) {
        Field<String> title = in.required("title", KeeperFields::title);
        Field<String> firstNames =
                in.required("firstNames", text -> KeeperFields.firstNames(text, title.isPresent() ? title.get() : ""));
        Field<String> lastName = in.required("lastName", KeeperFields::lastName);
        var dateOfBirth = in.optional("dateOfBirth", text -> KeeperFields.dateOfBirth(text, calendar.today()));
        Field<DriverNumber> driverNumber = in.optional("driverNumber", DriverNumber::parse);
        Field<Email> email = in.optional("email", Email::parse);
        Field<Address> address = in.requiredObject("address", PersonForms::address);
        return in.done(() -> new Person(
                title.get(),
                firstNames.get(),
                lastName.get(),
                dateOfBirth.orNull(),
                driverNumber.orNull(),
                email.orNull(),
                address.get()));
    }

    private static Field<Keeper> business(Fields in) {
        Field<String> name = in.required("name", KeeperFields::businessKeeperName);
        Field<FleetNumber> fleetNumber = in.optional("fleetNumber", FleetNumber::parse);
        Field<Email> email = in.optional("email", Email::parse);
        Field<Address> address = in.requiredObject("address", PersonForms::address);
        return in.done(() -> new Business(name.get(), fleetNumber.orNull(), email.orNull(), address.get()));
    }

    /// The executor of a keeper who died: a person, or a firm, so by the wider of the rules for names.
    public Field<Estate> executor(Fields in) {
        Field<String> name = in.required("name", KeeperFields::traderName);
        Field<Address> address = in.requiredObject("address", PersonForms::address);
        Field<Email> email = in.optional("email", Email::parse);
        return in.done(() -> new Estate(name.get(), address.get(), email.orNull()));
    }

    public Field<Trader> trader(Fields in) {
        Field<String> name = in.required("name", KeeperFields::traderName);
        Field<Email> email = in.optional("email", Email::parse);
        Field<Address> address = in.requiredObject("address", PersonForms::address);
        return in.done(() -> new Trader(name.get(), email.orNull(), address.get()));
    }

    public Field<Purchaser> purchaser(Fields in) {
        Field<String> name = in.required("name", KeeperFields::traderName);
        Field<Email> email = in.optional("email", Email::parse);
        Field<Address> address = in.requiredObject("address", PersonForms::address);
        return in.done(() -> new Purchaser(name.get(), address.get(), email.orNull()));
    }

    public Field<Nominee> nominee(Fields in) {
        Field<String> name = in.required("name", KeeperFields::traderName);
        Field<Email> email = in.optional("email", Email::parse);
        Field<Address> address = in.optionalObject("address", PersonForms::address);
        return in.done(() -> new Nominee(name.get(), address.orNull(), email.orNull()));
    }

    /// The acting business is told exactly when one acts.
    public Field<ActingBusiness> businessIfActing(Fields in, Field<Acting> actingAs) {
        Field<ActingBusiness> business = in.optionalObject("business", PersonForms::actingBusiness);
        boolean acts = actingAs.isPresent() && actingAs.get() == Acting.BUSINESS;
        if (acts && !in.has("business")) {
            in.fault("business", "REQUIRED", "is required when a business acts for the keeper");
        }
        if (actingAs.isPresent() && !acts && in.has("business")) {
            in.fault("business", "NOT_EXPECTED", "is only for a business that acts for the keeper");
        }
        return business;
    }

    private static Field<ActingBusiness> actingBusiness(Fields in) {
        Field<String> name = in.required("name", KeeperFields::traderName);
        Field<String> contact = in.required("contact", KeeperFields::traderName);
        Field<Email> email = in.required("email", Email::parse);
        Field<Address> address = in.requiredObject("address", PersonForms::address);
        return in.done(() -> new ActingBusiness(name.get(), contact.get(), email.get(), address.get()));
    }

    private static Field<Address> address(Fields in) {
        Field<List<String>> lines = in.requiredTexts("lines", MOST_LINES, KeeperFields::addressLine);
        if (lines.isPresent()) {
            checkLines(in, lines.get());
        }
        Field<String> postTown = in.required("postTown", KeeperFields::postTown);
        Field<Postcode> postcode = in.required("postcode", Postcode::parse);
        return in.done(() -> new Address(withoutEmptyLines(lines.get()), postTown.get(), postcode.get()));
    }

    private static void checkLines(Fields in, List<String> lines) {
        Parsed<String> whole = lines.isEmpty()
                ? new Parsed.Faulty<>("TOO_SHORT", "must have at least one line")
                : KeeperFields.addressLine1(lines.getFirst());
        if (whole instanceof Parsed.Valid<String>) {
            whole = KeeperFields.addressText(String.join(" ", withoutEmptyLines(lines)));
        }
        if (whole instanceof Parsed.Faulty<String> faulty) {
            in.fault("lines", faulty.code(), faulty.message());
        }
    }

    private static List<String> withoutEmptyLines(List<String> lines) {
        List<String> kept = new ArrayList<>(lines);
        kept.removeIf(String::isEmpty);
        return kept;
    }
}
