package uk.vehicleregister.command.sorn.declare;

import static uk.vehicleregister.command.desk.Decision.accepted;
import static uk.vehicleregister.command.desk.Decision.refused;
import static uk.vehicleregister.kernel.refusal.RefusalCode.ALREADY_SORN;
import static uk.vehicleregister.kernel.refusal.RefusalCode.DATE_TOO_FAR_AHEAD;
import static uk.vehicleregister.kernel.refusal.RefusalCode.DATE_TOO_OLD;
import static uk.vehicleregister.kernel.refusal.RefusalCode.EXPORTED;
import static uk.vehicleregister.kernel.refusal.RefusalCode.SCRAPPED;
import static uk.vehicleregister.kernel.refusal.RefusalCode.V5C_SUPPRESSED;

import java.time.LocalDate;
import uk.vehicleregister.command.desk.Decision;
import uk.vehicleregister.command.lookup.Markers;
import uk.vehicleregister.kernel.event.MarkerFact;
import uk.vehicleregister.kernel.event.SornDeclared;
import uk.vehicleregister.kernel.event.VehicleFact;
import uk.vehicleregister.kernel.licensing.Licensing;
import uk.vehicleregister.kernel.licensing.TaxRefund;
import uk.vehicleregister.kernel.vehicle.Marker;
import uk.vehicleregister.kernel.vehicle.TaxRefundReason;
import uk.vehicleregister.kernel.vehicle.VehicleId;

/// May this vehicle be declared off the road from that day? A trader may do so too: where it is not needed it does no
/// harm (docs/adr/0014).
final class DeclareSornDecider {

    /// Two months before it begins; an equal date is allowed (docs/adr/0014).
    static final int MONTHS_AHEAD = 2;

    /// As for sales told late; an equal date is allowed (docs/adr/0014).
    static final int YEARS_BACK = 5;

    record Vehicle(Markers markers, Licensing licensing) {
        static final Vehicle NEW = new Vehicle(Markers.NONE, Licensing.UNKNOWN);
    }

    static Decision decide(DeclareSorn command, VehicleId id, Vehicle vehicle, LocalDate today) {
        LocalDate from = command.from();
        if (vehicle.markers().has(Marker.V5C_SUPPRESSED)) return refused(V5C_SUPPRESSED);
        if (vehicle.markers().has(Marker.EXPORTED)) return refused(EXPORTED);
        if (vehicle.markers().has(Marker.SCRAPPED)) return refused(SCRAPPED);
        if (from.isAfter(today.plusMonths(MONTHS_AHEAD))) return refused(DATE_TOO_FAR_AHEAD);
        if (from.isBefore(today.minusYears(YEARS_BACK))) return refused(DATE_TOO_OLD);
        if (vehicle.licensing().sornDeclaredBy(from)) return refused(ALREADY_SORN);
        LocalDate lastOnRoad = from.isAfter(today) ? from.minusDays(1) : today;
        return accepted(new SornDeclared(id, from))
                .and(TaxRefund.due(id, vehicle.licensing(), TaxRefundReason.OFF_ROAD, lastOnRoad, today));
    }

    static Vehicle evolve(Vehicle vehicle, VehicleFact fact) {
        Markers markers = fact instanceof MarkerFact f ? vehicle.markers().after(f) : vehicle.markers();
        return new Vehicle(markers, vehicle.licensing().after(fact));
    }

    private DeclareSornDecider() {}
}
