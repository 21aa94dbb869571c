package uk.vehicleregister.program.invariants.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.event.AcquiredFromTrade;
import uk.vehicleregister.kernel.event.DisposedToTrade;
import uk.vehicleregister.kernel.event.KeeperChanged;
import uk.vehicleregister.kernel.event.KeeperDied;
import uk.vehicleregister.kernel.event.MarkerFact;
import uk.vehicleregister.kernel.event.MotFailed;
import uk.vehicleregister.kernel.event.MotPassed;
import uk.vehicleregister.kernel.event.SornDeclared;
import uk.vehicleregister.kernel.event.TaxPaid;
import uk.vehicleregister.kernel.event.VehicleFact;
import uk.vehicleregister.kernel.vehicle.Marker;
import uk.vehicleregister.kernel.vehicle.TaxOrSorn;

/// Tax, SORN and MOT day by day: which payment, if any, each day is covered by.
final class LicensingColumns {

    private final TreeMap<LocalDate, Long> paidBy = new TreeMap<>();
    private @Nullable LocalDate taxEndedOn;
    private @Nullable LocalDate sornFrom;
    private @Nullable LocalDate offRoadSince;
    private @Nullable LocalDate sornEndedOn;
    private @Nullable LocalDate motExpiresOn;
    private boolean motTold;

    void fold(VehicleFact fact, long position) {
        if (fact instanceof TaxPaid f) pay(f, position);
        if (fact instanceof SornDeclared f) sorn(f.from());
        if (fact instanceof KeeperChanged || fact instanceof DisposedToTrade || fact instanceof KeeperDied)
            end(fact.effectiveOn());
        if (fact instanceof AcquiredFromTrade f) {
            end(f.effectiveOn());
            if (f.taxOrSorn() == TaxOrSorn.SORN) sorn(f.effectiveOn());
        }
        if (fact instanceof MarkerFact f
                && f.stands()
                && (f.marker() == Marker.EXPORTED || f.marker() == Marker.SCRAPPED)) end(f.effectiveOn());
        if (fact instanceof MotPassed || fact instanceof MotFailed) motTold = true;
        if (fact instanceof MotPassed f
                && (motExpiresOn == null || f.expiresOn().isAfter(motExpiresOn))) motExpiresOn = f.expiresOn();
    }

    private void pay(TaxPaid fact, long position) {
        fact.from().datesUntil(fact.until().plusDays(1)).forEach(day -> paidBy.put(day, position));
        if (sornFrom == null || sornFrom.isAfter(fact.until())) return;
        sornFrom = null;
        offRoadSince = null;
        sornEndedOn = null;
    }

    private void sorn(LocalDate from) {
        boolean unbroken = sornFrom != null || sornEndedOn != null && !sornEndedOn.isBefore(from.minusDays(1));
        if (!unbroken || offRoadSince == null || from.isBefore(offRoadSince)) offRoadSince = from;
        sornFrom = from;
        sornEndedOn = null;
        keepPaidUntil(from.minusDays(1));
    }

    private void end(LocalDate on) {
        keepPaidUntil(on);
        if (sornFrom == null || sornFrom.isAfter(on)) return;
        sornFrom = null;
        sornEndedOn = on;
    }

    private void keepPaidUntil(LocalDate last) {
        if (!paidBy.isEmpty()) taxEndedOn = last;
        paidBy.tailMap(last, false).clear();
    }

    /// In the order of [ReadTable#VEHICLE_ENQUIRY].
    @Nullable
    Object[] columns() {
        boolean nothingTold = paidBy.isEmpty()
                && taxEndedOn == null
                && sornFrom == null
                && offRoadSince == null
                && sornEndedOn == null
                && !motTold;
        return nothingTold
                ? new @Nullable Object[7]
                : new @Nullable Object[] {
                    taxed(), taxEndedOn, sornFrom, offRoadSince, sornEndedOn, motTold, motExpiresOn
                };
    }

    /// As PostgreSQL writes JSON: days in a row that one payment covers are a period.
    private String taxed() {
        List<String> periods = new ArrayList<>();
        LocalDate from = null;
        for (Map.Entry<LocalDate, Long> day : paidBy.entrySet()) {
            if (from == null) from = day.getKey();
            if (day.getValue().equals(paidBy.get(day.getKey().plusDays(1)))) continue;
            periods.add("{\"from\": \"" + from + "\", \"until\": \"" + day.getKey() + "\"}");
            from = null;
        }
        return "[" + String.join(", ", periods) + "]";
    }
}
