package uk.vehicleregister.command.record.correct;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.vehicle.VehicleDetails;

/// What the vehicle is, where that was told wrongly. Null: as it stands.
///
/// @param absent what was told of the vehicle and does not apply to it
record CorrectedDetails(
        @Nullable String make,
        @Nullable String model,
        @Nullable String colour,
        @Nullable String fuelType,
        @Nullable Integer engineCapacity,
        @Nullable Integer co2Emissions,
        @Nullable Integer yearOfManufacture,
        @Nullable String typeApproval,
        @Nullable String wheelplan,
        @Nullable Integer revenueWeight,
        @Nullable String euroStatus,
        Set<Detail> absent)
        implements CorrectRecord.Correction {

    /// Those that not every vehicle has.
    enum Detail {
        ENGINE_CAPACITY,
        CO2_EMISSIONS,
        TYPE_APPROVAL,
        WHEELPLAN,
        REVENUE_WEIGHT,
        EURO_STATUS
    }

    VehicleDetails over(VehicleDetails told) {
        return new VehicleDetails(
                or(make, told.make()),
                or(model, told.model()),
                or(colour, told.colour()),
                or(fuelType, told.fuelType()),
                unlessAbsent(Detail.ENGINE_CAPACITY, engineCapacity, told.engineCapacity()),
                unlessAbsent(Detail.CO2_EMISSIONS, co2Emissions, told.co2Emissions()),
                or(yearOfManufacture, told.yearOfManufacture()),
                told.dateOfFirstRegistration(),
                unlessAbsent(Detail.TYPE_APPROVAL, typeApproval, told.typeApproval()),
                unlessAbsent(Detail.WHEELPLAN, wheelplan, told.wheelplan()),
                unlessAbsent(Detail.REVENUE_WEIGHT, revenueWeight, told.revenueWeight()),
                unlessAbsent(Detail.EURO_STATUS, euroStatus, told.euroStatus()));
    }

    private static <T> T or(@Nullable T corrected, T told) {
        return corrected == null ? told : corrected;
    }

    private <T> @Nullable T unlessAbsent(Detail detail, @Nullable T corrected, @Nullable T told) {
        if (absent.contains(detail)) return null;
        return corrected == null ? told : corrected;
    }
}
