package uk.vehicleregister.command.sale;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.command.desk.Decision;
import uk.vehicleregister.kernel.refusal.RefusalCode;
import uk.vehicleregister.kernel.vehicle.Warning;

/// The date of a sale as somebody tells it (domain.md 1.1-1.3): never in the future, not older than the service's
/// window, and doubtful when more than twelve months old or earlier than the last change on record.
public record SaleDate(LocalDate date, LocalDate today) {

    /// Into the trade: two years; an equal date is allowed.
    public static final int YEARS_INTO_TRADE = 2;

    /// Private sales and sales out of the trade: five years; older ones go by post.
    public static final int YEARS_OTHERWISE = 5;

    public Optional<RefusalCode> outside(int years) {
        if (date.isAfter(today)) {
            return Optional.of(RefusalCode.DATE_IN_FUTURE);
        }
        return date.isBefore(today.minusYears(years)) ? Optional.of(RefusalCode.DATE_TOO_OLD) : Optional.empty();
    }

    /// @param lastChange the later of the last keeper change and the disposal, null if neither has happened
    public List<Warning> warnings(@Nullable LocalDate lastChange) {
        List<Warning> warnings = new ArrayList<>();
        if (date.isBefore(today.minusMonths(12))) {
            warnings.add(Warning.SALE_OVER_12_MONTHS_AGO);
        }
        if (lastChange != null && date.isBefore(lastChange)) {
            warnings.add(Warning.SALE_BEFORE_LAST_CHANGE);
        }
        return warnings;
    }

    /// All warnings are shown together, until each of them has been acknowledged.
    public static Optional<Decision> confirmation(List<Warning> warnings, Set<Warning> acknowledged) {
        return acknowledged.containsAll(warnings)
                ? Optional.empty()
                : Optional.of(new Decision.ConfirmationNeeded(warnings));
    }
}
