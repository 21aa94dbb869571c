package uk.vehicleregister.command.vehicle.register;

import java.util.List;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.command.desk.BusinessCalendar;
import uk.vehicleregister.command.web.Field;
import uk.vehicleregister.command.web.Fields;
import uk.vehicleregister.command.web.Form;
import uk.vehicleregister.kernel.field.Parsed;
import uk.vehicleregister.kernel.keeper.Address;
import uk.vehicleregister.kernel.keeper.Business;
import uk.vehicleregister.kernel.keeper.Keeper;
import uk.vehicleregister.kernel.keeper.KeeperFields;
import uk.vehicleregister.kernel.keeper.Person;
import uk.vehicleregister.kernel.keeper.Postcode;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.paper.DocumentReference;
import uk.vehicleregister.kernel.vehicle.VehicleDetails;
import uk.vehicleregister.kernel.vehicle.VehicleFields;
import uk.vehicleregister.kernel.vehicle.Vin;

/// A row of older records, every column a text (contract.md, import columns). It obeys the same field rules as a first
/// registration; only a postcode may be blank or partial, because old records are like that.
final class ImportRow implements Form<RegisterVehicle> {

    private enum KeeperColumn {
        PERSON,
        BUSINESS,
        NONE
    }

    private final BusinessCalendar calendar;

    ImportRow(BusinessCalendar calendar) {
        this.calendar = calendar;
    }

    @Override
    public Field<RegisterVehicle> read(Fields in) {
        Field<Vin> vin = in.required("vin", text -> Vin.parse(text, in.dateIn("dateOfFirstRegistration")));
        var mark = in.required("registrationMark", RegistrationMark::parse);
        Field<VehicleDetails> details = new DetailsForm(
                        in, (name, required, parse) -> number(in, name, required, parse), calendar.today())
                .read();
        Field<KeeperColumn> type = in.requiredOneOf(KeeperColumn.class, "keeperType");
        Field<? extends Keeper> keeper = switch (type.orNull()) {
            case PERSON -> person(in);
            case BUSINESS -> business(in);
            case NONE -> none(in);
            case null -> ignored(in);
        };
        var keeperSince = in.required("keeperSince", VehicleFields::date);
        if (keeperSince.isPresent()
                && details.isPresent()
                && keeperSince.get().isBefore(details.get().dateOfFirstRegistration())) {
            in.fault("keeperSince", "OUT_OF_RANGE", "must not be before the date of first registration");
        }
        var reference = in.optional("documentReference", DocumentReference::parse);
        return in.done(() -> new RegisterVehicle(
                vin.get(), mark.get(), details.get(), keeper.orNull(), keeperSince.get(), reference.orNull()));
    }

    private static Field<Person> person(Fields in) {
        Field<String> title = in.required("title", KeeperFields::title);
        var firstNames =
                in.required("firstNames", text -> KeeperFields.firstNames(text, title.isPresent() ? title.get() : ""));
        var lastName = in.required("lastName", KeeperFields::lastName);
        notExpected(in, "businessName");
        Field<Address> address = address(in);
        return in.done(
                () -> new Person(title.get(), firstNames.get(), lastName.get(), null, null, null, address.get()));
    }

    private static Field<Business> business(Fields in) {
        notExpected(in, "title", "firstNames", "lastName");
        var name = in.required("businessName", KeeperFields::businessKeeperName);
        Field<Address> address = address(in);
        return in.done(() -> new Business(name.get(), null, null, address.get()));
    }

    /// In the trade: there is no keeper to tell of.
    private static Field<Person> none(Fields in) {
        notExpected(in, "title", "firstNames", "lastName", "businessName");
        notExpected(in, "addressLine1", "addressLine2", "addressLine3", "postTown", "postcode");
        return in.nothing();
    }

    private static Field<Person> ignored(Fields in) {
        Stream.of(
                        "title",
                        "firstNames",
                        "lastName",
                        "businessName",
                        "addressLine1",
                        "addressLine2",
                        "addressLine3",
                        "postTown",
                        "postcode")
                .forEach(name -> in.optional(name, Parsed.Valid::new));
        return in.nothing();
    }

    private static Field<Address> address(Fields in) {
        var line1 = in.required("addressLine1", KeeperFields::addressLine1);
        var line2 = in.optional("addressLine2", KeeperFields::addressLine);
        var line3 = in.optional("addressLine3", KeeperFields::addressLine);
        var postTown = in.required("postTown", KeeperFields::postTown);
        var postcode = in.optional("postcode", Postcode::parseRecorded);
        return in.done(() -> new Address(
                lines(line1.get(), line2.orNull(), line3.orNull()),
                postTown.get(),
                postcode.isPresent() ? postcode.get() : new Postcode("")));
    }

    private static List<String> lines(@Nullable String... lines) {
        return Stream.of(lines).flatMap(Stream::ofNullable).toList();
    }

    private static Field<Integer> number(
            Fields in, String name, boolean required, LongFunction<Parsed<Integer>> parse) {
        Function<String, Parsed<Integer>> fromText = text -> switch (VehicleFields.wholeNumber(text)) {
            case Parsed.Valid<Long> number -> parse.apply(number.value());
            case Parsed.Faulty<Long> faulty -> new Parsed.Faulty<>(faulty.code(), faulty.message());
        };
        return required ? in.required(name, fromText) : in.optional(name, fromText);
    }

    private static void notExpected(Fields in, String... names) {
        for (String name : names) {
            in.optional(name, _ -> new Parsed.Faulty<>("NOT_EXPECTED", "must be empty for a keeper of this type"));
        }
    }
}
