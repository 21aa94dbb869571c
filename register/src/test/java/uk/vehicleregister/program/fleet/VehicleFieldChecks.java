package uk.vehicleregister.program.fleet;

import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
import uk.vehicleregister.kernel.field.Parsed;
import uk.vehicleregister.kernel.vehicle.VehicleFields;

/// The kernel's rule for each vehicle column of the import form.
final class VehicleFieldChecks {

    static final Map<String, Function<String, Parsed<?>>> ALL = Map.of(
            "make", VehicleFields::make,
            "model", VehicleFields::model,
            "colour", VehicleFields::colour,
            "fuelType", VehicleFields::fuelType,
            "engineCapacity", text -> VehicleFields.engineCapacity(Long.parseLong(text)),
            "co2Emissions", text -> VehicleFields.co2Emissions(Long.parseLong(text)),
            "yearOfManufacture",
                    text -> VehicleFields.yearOfManufacture(Long.parseLong(text), LocalDate.of(2026, 3, 1)),
            "typeApproval", VehicleFields::typeApproval,
            "wheelplan", VehicleFields::wheelplan,
            "euroStatus", VehicleFields::euroStatus);

    private VehicleFieldChecks() {}
}
