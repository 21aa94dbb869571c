package uk.vehicleregister.kernel.vehicle;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What a vehicle is, as told at first registration. Engine capacity in cubic centimetres, CO2 in grams a kilometre,
/// revenue weight in kilograms (domain.md 3.1).
public record VehicleDetails(
        String make,
        String model,
        String colour,
        String fuelType,
        @Nullable Integer engineCapacity,
        @Nullable Integer co2Emissions,
        int yearOfManufacture,
        LocalDate dateOfFirstRegistration,
        @Nullable String typeApproval,
        @Nullable String wheelplan,
        @Nullable Integer revenueWeight,
        @Nullable String euroStatus) {

    public VehicleDetails {
        requireNonNull(make);
        requireNonNull(model);
        requireNonNull(colour);
        requireNonNull(fuelType);
        requireNonNull(dateOfFirstRegistration);
    }

    /// Of a type that needs an MOT or HGV test (domain.md 2.4): type approval M, N or L, or none on record, as on older
    /// vehicles. Tractors, trailers and interchangeable equipment (T, C, R, S, O) are not.
    @JsonIgnore
    public boolean isOfTestableType() {
        if (typeApproval == null || typeApproval.isEmpty()) return true;
        return "MNL".indexOf(typeApproval.charAt(0)) >= 0;
    }
}
