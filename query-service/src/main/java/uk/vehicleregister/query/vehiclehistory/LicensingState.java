package uk.vehicleregister.query.vehiclehistory;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.licensing.Licensing;

/// Tax, SORN and MOT as told for the date. A status is of a day: it is said where one was asked for, and never read
/// from a clock.
///
/// @param taxedUntil the last day that was paid for, without a gap from the day where one was asked for
/// @param sornFrom the first day of the SORN in force, or to come
/// @param offRoadSince the first day of the unbroken SORN, over changes of keeper
/// @param motExpiresOn the last day of the latest pass; absent where only failures were told
@JsonInclude(JsonInclude.Include.NON_NULL)
record LicensingState(
        @Nullable String taxStatus,
        @Nullable LocalDate taxedUntil,
        @Nullable LocalDate sornFrom,
        @Nullable LocalDate offRoadSince,
        @Nullable String motStatus,
        @Nullable LocalDate motExpiresOn) {

    /// Null where nothing was told.
    static @Nullable LicensingState of(Licensing licensing, @Nullable LocalDate asked) {
        if (licensing.equals(Licensing.UNKNOWN)) return null;
        return new LicensingState(
                asked == null
                        ? null
                        : licensing.taxStatus(asked).map(Enum::name).orElse(null),
                asked == null
                        ? lastPaid(licensing)
                        : licensing.taxDueDate(asked).orElse(null),
                licensing.sornFrom(),
                licensing.sornFrom() == null ? null : licensing.offRoadSince(),
                asked == null || !licensing.motFed() ? null : licensing.motValidOn(asked) ? "VALID" : "NOT_VALID",
                licensing.motExpiresOn());
    }

    private static @Nullable LocalDate lastPaid(Licensing licensing) {
        return licensing.taxed().isEmpty() ? null : licensing.taxed().getLast().until();
    }
}
