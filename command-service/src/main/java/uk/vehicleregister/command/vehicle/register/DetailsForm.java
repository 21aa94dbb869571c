package uk.vehicleregister.command.vehicle.register;

import java.time.LocalDate;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.command.web.Field;
import uk.vehicleregister.command.web.Fields;
import uk.vehicleregister.kernel.field.Parsed;
import uk.vehicleregister.kernel.vehicle.VehicleDetails;
import uk.vehicleregister.kernel.vehicle.VehicleFields;

/// The vehicle's own facts, the same in a first registration and in a row of older records. Only the way a whole
/// number is written differs: JSON there, text here.
record DetailsForm(Fields in, Numbers numbers, LocalDate today) {

    interface Numbers {
        Field<Integer> read(String name, boolean required, LongFunction<Parsed<Integer>> parse);
    }

    Field<VehicleDetails> read() {
        var make = in.required("make", VehicleFields::make);
        var model = in.required("model", VehicleFields::model);
        var colour = in.required("colour", VehicleFields::colour);
        var fuelType = in.required("fuelType", VehicleFields::fuelType);
        var engineCapacity = numbers.read("engineCapacity", false, VehicleFields::engineCapacity);
        var co2Emissions = numbers.read("co2Emissions", false, VehicleFields::co2Emissions);
        var yearOfManufacture =
                numbers.read("yearOfManufacture", true, year -> VehicleFields.yearOfManufacture(year, today));
        var firstRegistration = in.required("dateOfFirstRegistration", VehicleFields::date);
        if (isRegisteredBeforeMade(firstRegistration.orNull(), yearOfManufacture.orNull())) {
            in.fault("yearOfManufacture", "OUT_OF_RANGE", "must not be after the year of first registration");
        }
        var typeApproval = in.optional("typeApproval", VehicleFields::typeApproval);
        var wheelplan = in.optional("wheelplan", VehicleFields::wheelplan);
        var revenueWeight = numbers.read("revenueWeight", false, VehicleFields::revenueWeight);
        var euroStatus = in.optional("euroStatus", VehicleFields::euroStatus);
        return in.done(() -> new VehicleDetails(
                make.get(),
                model.get(),
                colour.get(),
                fuelType.get(),
                engineCapacity.orNull(),
                co2Emissions.orNull(),
                yearOfManufacture.get(),
                firstRegistration.get(),
                typeApproval.orNull(),
                wheelplan.orNull(),
                revenueWeight.orNull(),
                euroStatus.orNull()));
    }

    private static boolean isRegisteredBeforeMade(@Nullable LocalDate registered, @Nullable Integer made) {
        return registered != null && made != null && made > registered.getYear();
    }
}
