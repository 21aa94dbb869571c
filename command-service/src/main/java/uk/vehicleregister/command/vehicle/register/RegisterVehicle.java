package uk.vehicleregister.command.vehicle.register;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.keeper.Keeper;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.paper.DocumentReference;
import uk.vehicleregister.kernel.vehicle.VehicleDetails;
import uk.vehicleregister.kernel.vehicle.Vin;

/// A vehicle comes onto the register: at first registration, or with its record from elsewhere.
///
/// @param mark one is allocated if absent
/// @param keeper null: in the trade since `keeperSince`
/// @param documentReference of a V5C already printed; one is printed if absent
record RegisterVehicle(
        Vin vin,
        @Nullable RegistrationMark mark,
        VehicleDetails details,
        @Nullable Keeper keeper,
        LocalDate keeperSince,
        @Nullable DocumentReference documentReference) {}
