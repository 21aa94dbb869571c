package uk.vehicleregister.program.invariants.order;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.program.running.WholeRegister;

/// Tax and SORN as a clerk would keep them: a calendar on which every day that is paid for is ticked.
final class ModelTax {

    private static final LocalDate TODAY = WholeRegister.TODAY;

    private final TreeSet<LocalDate> paid = new TreeSet<>();
    private boolean everTold;

    @Nullable
    private LocalDate sornFrom;

    @Nullable
    private LocalDate offRoadSince;

    @Nullable
    private LocalDate sornEndedOn;

    void pay(LocalDate from, LocalDate until) {
        everTold = true;
        from.datesUntil(until.plusDays(1)).forEach(paid::add);
        if (sornFrom == null || sornFrom.isAfter(until)) return;
        sornFrom = null;
        offRoadSince = null;
        sornEndedOn = null;
    }

    boolean isSornBy(LocalDate date) {
        return sornFrom != null && !sornFrom.isAfter(date);
    }

    /// Unbroken with the SORN before, where that stands still or ended the day before at the earliest.
    void sorn(LocalDate from) {
        boolean goesOn = sornFrom != null || sornEndedOn != null && !from.isAfter(sornEndedOn.plusDays(1));
        if (!goesOn || offRoadSince == null || from.isBefore(offRoadSince)) offRoadSince = from;
        everTold = true;
        sornFrom = from;
        sornEndedOn = null;
        paid.tailSet(from).clear();
    }

    /// Sold, gone or dead: that day is the last one paid for.
    void end(LocalDate on) {
        paid.tailSet(on, false).clear();
        if (!isSornBy(on)) return;
        sornFrom = null;
        sornEndedOn = on;
    }

    /// Full months after that day, every day of which is paid for.
    int monthsLeftAfter(LocalDate day) {
        int months = 0;
        for (YearMonth month = YearMonth.from(day).plusMonths(1);
                paid.ceiling(month.atDay(1)) != null;
                month = month.plusMonths(1))
            if (paid.subSet(month.atDay(1), month.plusMonths(1).atDay(1)).size() == month.lengthOfMonth()) months++;
        return months;
    }

    /// Only taxed vehicles and those off the road for less than five years change marks; where nobody ever told of tax,
    /// nobody asks (domain.md 1.4).
    boolean stopsMarks() {
        if (!everTold || paid.contains(TODAY)) return false;
        return !isSornBy(TODAY)
                || offRoadSince == null
                || !offRoadSince.plusYears(5).isAfter(TODAY);
    }
}
