package uk.vehicleregister.query.vehicleenquiry;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/// The answer of the VES contract: these fields and no others, absent ones left out (domain.md 3.1). Tax and MOT are
/// not
/// fed yet: no tax status, and the word of the contract for an MOT nobody has told of (contract.md).
@JsonInclude(JsonInclude.Include.NON_NULL)
record VehicleAnswer(
        String registrationNumber,
        String motStatus,
        String make,
        String colour,
        String monthOfFirstRegistration,
        int yearOfManufacture,
        @Nullable Integer engineCapacity,
        @Nullable Integer co2Emissions,
        String fuelType,
        boolean markedForExport,
        @Nullable String typeApproval,
        @Nullable String wheelplan,
        @Nullable Integer revenueWeight,
        @Nullable LocalDate dateOfLastV5CIssued,
        @Nullable String euroStatus) {

    static VehicleAnswer of(VehicleRow row) {
        return new VehicleAnswer(
                row.registrationMark,
                "No details held by DVLA",
                row.make,
                row.colour,
                YearMonth.from(row.dateOfFirstRegistration).toString(),
                row.yearOfManufacture,
                row.engineCapacity,
                row.co2Emissions,
                row.fuelType,
                row.exported,
                row.typeApproval,
                row.wheelplan,
                row.revenueWeight,
                row.lastV5cIssuedOn,
                row.euroStatus);
    }
}
