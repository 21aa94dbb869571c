package uk.vehicleregister.kernel.licensing;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import uk.vehicleregister.kernel.event.TaxRefundDue;
import uk.vehicleregister.kernel.vehicle.TaxRefundReason;
import uk.vehicleregister.kernel.vehicle.VehicleId;

/// What is due back of tax that ends before it is used up: full calendar months that are paid for, from the first of
/// the month after the register was told (domain.md 1.1). A month that is paid for in part is lost.
public final class TaxRefund {

    /// @param licensing as it was before the tax ended
    /// @param today when the register was told; the month it is in is lost
    public static Optional<TaxRefundDue> due(
            VehicleId vehicle, Licensing licensing, TaxRefundReason reason, LocalDate today) {
        return due(vehicle, licensing, reason, today, today);
    }

    /// @param lastDay the last day the tax is needed for, where that is later than today
    public static Optional<TaxRefundDue> due(
            VehicleId vehicle, Licensing licensing, TaxRefundReason reason, LocalDate lastDay, LocalDate today) {
        int months = fullMonthsAfter(lastDay, licensing);
        return months == 0
                ? Optional.empty()
                : Optional.of(new TaxRefundDue(
                        vehicle, reason, months, licensing.taxed().getLast().until(), today));
    }

    static int fullMonthsAfter(LocalDate lastDay, Licensing licensing) {
        if (licensing.taxed().isEmpty()) return 0;
        YearMonth last = YearMonth.from(licensing.taxed().getLast().until());
        int months = 0;
        for (YearMonth month = YearMonth.from(lastDay).plusMonths(1); !month.isAfter(last); month = month.plusMonths(1))
            if (isPaidForWhole(month, licensing)) months++;
        return months;
    }

    private static boolean isPaidForWhole(YearMonth month, Licensing licensing) {
        return month.atDay(1).datesUntil(month.plusMonths(1).atDay(1)).allMatch(licensing::taxedOn);
    }

    private TaxRefund() {}
}
