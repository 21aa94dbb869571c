package uk.vehicleregister.query.vehicleenquiry;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.licensing.Licensing;
import uk.vehicleregister.kernel.licensing.Licensing.TaxStatus;

/// The answer of the VES contract: these fields and no others, absent ones left out (domain.md 3.1). Where nothing was
/// fed there is no tax status, and for the MOT the contract's word for it (contract.md).
@JsonInclude(JsonInclude.Include.NON_NULL)
record VehicleAnswer(
        String registrationNumber,
        @Nullable String taxStatus,
        @Nullable LocalDate taxDueDate,
        String motStatus,
        @Nullable LocalDate motExpiryDate,
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

    static VehicleAnswer of(VehicleRow row, LocalDate today) {
        Licensing licensing = row.licensing();
        boolean motIsValid = licensing.motValidOn(today);
        return new VehicleAnswer(
                row.registrationMark,
                licensing.taxStatus(today).map(TaxStatus::words).orElse(null),
                licensing.taxDueDate(today).orElse(null),
                motIsValid ? "Valid" : licensing.motFed() ? "Not valid" : "No details held by DVLA",
                motIsValid ? licensing.motExpiresOn() : null,
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

    /// The last day on which the row, as it is, gives the same answer as today.
    static LocalDate holdsUntil(VehicleRow row, LocalDate today) {
        Licensing licensing = row.licensing();
        LocalDate mot = licensing.motExpiresOn();
        Stream<LocalDate> turns = Stream.concat(
                licensing.taxed().stream().flatMap(tax -> Stream.of(tax.from(), nextDay(tax.until()))),
                Stream.of(licensing.sornFrom(), mot == null ? null : nextDay(mot)));
        return turns.filter(day -> day != null && day.isAfter(today))
                .min(Comparator.naturalOrder())
                .map(day -> day.minusDays(1))
                .orElse(LocalDate.MAX);
    }

    private static LocalDate nextDay(LocalDate day) {
        return day.plusDays(1);
    }
}
