package uk.vehicleregister.command.record.correct;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import uk.vehicleregister.command.person.PersonForms;
import uk.vehicleregister.command.record.correct.CorrectRecord.Correction;
import uk.vehicleregister.command.record.correct.CorrectRecord.Keepership;
import uk.vehicleregister.command.record.correct.CorrectRecord.NeverWas;
import uk.vehicleregister.command.record.correct.CorrectedDetails.Detail;
import uk.vehicleregister.command.web.Field;
import uk.vehicleregister.command.web.Fields;
import uk.vehicleregister.command.web.Form;
import uk.vehicleregister.kernel.keeper.Keeper;
import uk.vehicleregister.kernel.vehicle.VehicleFields;

/// The facts as they should have been: that it never was, or who kept the vehicle and since when, or what it is. One of
/// the three, because each corrects events of its own kind.
record CorrectionForm(PersonForms persons, LocalDate today) implements Form<Correction> {

    private static final List<String> OF_KEEPERSHIP = List.of("dateOfSale", "keeperSince", "newKeeper");
    private static final List<String> OF_DETAILS = List.of(
            "make",
            "model",
            "colour",
            "fuelType",
            "engineCapacity",
            "co2Emissions",
            "yearOfManufacture",
            "typeApproval",
            "wheelplan",
            "revenueWeight",
            "euroStatus",
            "absentDetails");

    @Override
    public Field<Correction> read(Fields in) {
        Field<Boolean> reversed = in.optionalTrue("reversed");
        Field<Keepership> keepership = keepership(in);
        Field<CorrectedDetails> details = details(in);
        checkThatOneIsTold(in);
        return in.done(() -> {
            if (reversed.isPresent()) return new NeverWas();
            return OF_KEEPERSHIP.stream().anyMatch(in::has) ? keepership.get() : details.get();
        });
    }

    private Field<Keepership> keepership(Fields in) {
        var dateOfSale = in.optional("dateOfSale", VehicleFields::date);
        var keeperSince = in.optional("keeperSince", VehicleFields::date);
        Field<Keeper> newKeeper = in.optionalObject("newKeeper", persons::keeper);
        return in.done(() -> new Keepership(dateOfSale.orNull(), keeperSince.orNull(), newKeeper.orNull()));
    }

    private Field<CorrectedDetails> details(Fields in) {
        var make = in.optional("make", VehicleFields::make);
        var model = in.optional("model", VehicleFields::model);
        var colour = in.optional("colour", VehicleFields::colour);
        var fuelType = in.optional("fuelType", VehicleFields::fuelType);
        var engineCapacity = in.optionalWhole("engineCapacity", VehicleFields::engineCapacity);
        var co2Emissions = in.optionalWhole("co2Emissions", VehicleFields::co2Emissions);
        var yearOfManufacture =
                in.optionalWhole("yearOfManufacture", year -> VehicleFields.yearOfManufacture(year, today));
        var typeApproval = in.optional("typeApproval", VehicleFields::typeApproval);
        var wheelplan = in.optional("wheelplan", VehicleFields::wheelplan);
        var revenueWeight = in.optionalWhole("revenueWeight", VehicleFields::revenueWeight);
        var euroStatus = in.optional("euroStatus", VehicleFields::euroStatus);
        var absent = in.optionalWords(Detail.class, "absentDetails");
        return in.done(() -> new CorrectedDetails(
                make.orNull(),
                model.orNull(),
                colour.orNull(),
                fuelType.orNull(),
                engineCapacity.orNull(),
                co2Emissions.orNull(),
                yearOfManufacture.orNull(),
                typeApproval.orNull(),
                wheelplan.orNull(),
                revenueWeight.orNull(),
                euroStatus.orNull(),
                absent.isPresent() ? Set.copyOf(absent.get()) : Set.of()));
    }

    private static void checkThatOneIsTold(Fields in) {
        List<String> told = Stream.of(
                        Stream.of("reversed"),
                        OF_KEEPERSHIP.stream().filter(in::has).limit(1),
                        OF_DETAILS.stream().filter(in::has).limit(1))
                .flatMap(names -> names)
                .filter(in::has)
                .toList();
        if (told.isEmpty()) {
            in.fault("reversed", "REQUIRED", "is required unless the facts are told as they should have been");
        }
        told.stream()
                .skip(1)
                .forEach(name -> in.fault(name, "NOT_EXPECTED", "is not corrected together with " + told.getFirst()));
        if (in.has("dateOfSale") && in.has("keeperSince")) {
            in.fault("keeperSince", "NOT_EXPECTED", "is only for a first registration, which has no date of sale");
        }
    }
}
