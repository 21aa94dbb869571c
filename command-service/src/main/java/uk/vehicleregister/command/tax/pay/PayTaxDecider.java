package uk.vehicleregister.command.tax.pay;

import static uk.vehicleregister.command.desk.Decision.accepted;
import static uk.vehicleregister.command.desk.Decision.refused;
import static uk.vehicleregister.kernel.refusal.RefusalCode.EXPORTED;
import static uk.vehicleregister.kernel.refusal.RefusalCode.SCRAPPED;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import uk.vehicleregister.command.desk.Decision;
import uk.vehicleregister.command.lookup.Markers;
import uk.vehicleregister.kernel.event.MarkerFact;
import uk.vehicleregister.kernel.event.TaxPaid;
import uk.vehicleregister.kernel.event.VehicleFact;
import uk.vehicleregister.kernel.vehicle.Marker;
import uk.vehicleregister.kernel.vehicle.VehicleId;

/// Tax is taken as it was paid, but not for a vehicle that is gone.
final class PayTaxDecider {

    /// Tax is paid for twelve months at the most, and for the rest of the month they end in (docs/adr/0014).
    static final int MONTHS = 12;

    /// The last day that a payment from this day on may cover.
    static LocalDate latestUntil(LocalDate from) {
        return from.plusMonths(MONTHS).with(TemporalAdjusters.lastDayOfMonth());
    }

    static Decision decide(PayTax command, VehicleId vehicle, Markers markers) {
        if (markers.has(Marker.EXPORTED)) return refused(EXPORTED);
        if (markers.has(Marker.SCRAPPED)) return refused(SCRAPPED);
        return accepted(new TaxPaid(vehicle, command.from(), command.until()));
    }

    static Markers evolve(Markers markers, VehicleFact fact) {
        return fact instanceof MarkerFact f ? markers.after(f) : markers;
    }

    private PayTaxDecider() {}
}
