package uk.vehicleregister.command.keeper.dispose;

import static uk.vehicleregister.command.desk.Decision.accepted;
import static uk.vehicleregister.command.desk.Decision.refused;
import static uk.vehicleregister.command.sale.SaleDate.YEARS_INTO_TRADE;
import static uk.vehicleregister.kernel.refusal.RefusalCode.ALREADY_SOLD_TO_TRADE;
import static uk.vehicleregister.kernel.refusal.RefusalCode.CONSENT_MISSING;
import static uk.vehicleregister.kernel.refusal.RefusalCode.EXPORTED;
import static uk.vehicleregister.kernel.refusal.RefusalCode.SCRAPPED;
import static uk.vehicleregister.kernel.refusal.RefusalCode.STOLEN;
import static uk.vehicleregister.kernel.refusal.RefusalCode.V5C_SUPPRESSED;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.command.desk.Decision;
import uk.vehicleregister.command.lookup.Markers;
import uk.vehicleregister.command.sale.Changes;
import uk.vehicleregister.command.sale.SaleDate;
import uk.vehicleregister.kernel.event.DetailsCorrected;
import uk.vehicleregister.kernel.event.DisposedToTrade;
import uk.vehicleregister.kernel.event.KeepershipFact;
import uk.vehicleregister.kernel.event.LicensingFact;
import uk.vehicleregister.kernel.event.MarkerFact;
import uk.vehicleregister.kernel.event.PaperFact;
import uk.vehicleregister.kernel.event.VehicleFact;
import uk.vehicleregister.kernel.event.VehicleMarkFact;
import uk.vehicleregister.kernel.event.VehicleRegistered;
import uk.vehicleregister.kernel.licensing.Licensing;
import uk.vehicleregister.kernel.licensing.TaxRefund;
import uk.vehicleregister.kernel.sealing.Sealed;
import uk.vehicleregister.kernel.sealing.SealedParty;
import uk.vehicleregister.kernel.vehicle.Marker;
import uk.vehicleregister.kernel.vehicle.TaxRefundReason;
import uk.vehicleregister.kernel.vehicle.VehicleId;
import uk.vehicleregister.kernel.vehicle.Warning;

/// May this vehicle go into the trade?
final class DisposeToTradeDecider {

    record Vehicle(boolean inTrade, Markers markers, Changes changes, Licensing licensing) {
        static final Vehicle NEW = new Vehicle(true, Markers.NONE, Changes.NONE, Licensing.UNKNOWN);
    }

    /// What is sealed for an accepted disposal. No V5C: the trader sells on with the latest one (domain.md 2.6).
    record Papers(
            VehicleId vehicleId,
            SealedParty trader,
            @Nullable Sealed sellerEmail) {}

    static Decision decide(DisposeToTrade command, Vehicle vehicle, Papers papers, LocalDate today) {
        SaleDate sale = new SaleDate(command.dateOfSale(), today);
        List<Warning> warnings = sale.warnings(vehicle.changes().latest());
        return stoppedByRecord(vehicle)
                .or(() -> sale.outside(YEARS_INTO_TRADE).map(Decision::refused))
                .or(() -> consentsAreMissing(command) ? Optional.of(refused(CONSENT_MISSING)) : Optional.empty())
                .or(() -> SaleDate.confirmation(warnings, command.acknowledged()))
                .orElseGet(() -> recorded(command, vehicle, papers, warnings, today));
    }

    private static Optional<Decision> stoppedByRecord(Vehicle vehicle) {
        if (vehicle.markers().has(Marker.V5C_SUPPRESSED)) return Optional.of(refused(V5C_SUPPRESSED));
        if (vehicle.inTrade()) return Optional.of(refused(ALREADY_SOLD_TO_TRADE));
        if (vehicle.markers().has(Marker.EXPORTED)) return Optional.of(refused(EXPORTED));
        if (vehicle.markers().has(Marker.SCRAPPED)) return Optional.of(refused(SCRAPPED));
        if (vehicle.markers().has(Marker.STOLEN)) return Optional.of(refused(STOLEN));
        return Optional.empty();
    }

    private static boolean consentsAreMissing(DisposeToTrade command) {
        return !command.keeperConsent() || !command.rightsToMarkConsent();
    }

    private static Decision recorded(
            DisposeToTrade command, Vehicle vehicle, Papers papers, List<Warning> warnings, LocalDate today) {
        return accepted(new DisposedToTrade(
                        papers.vehicleId(),
                        command.mark(),
                        papers.trader(),
                        command.dateOfSale(),
                        command.mileage(),
                        papers.sellerEmail(),
                        warnings))
                .and(TaxRefund.due(papers.vehicleId(), vehicle.licensing(), TaxRefundReason.SOLD_TO_TRADE, today));
    }

    static Vehicle evolve(Vehicle vehicle, VehicleFact fact) {
        Licensing licensing = vehicle.licensing().after(fact);
        return switch (fact) {
            case VehicleRegistered f -> new Vehicle(f.keeper() == null, vehicle.markers(), Changes.at(f), licensing);
            case KeepershipFact f ->
                new Vehicle(
                        f.keeper() == null, vehicle.markers(), vehicle.changes().after(f), licensing);
            case MarkerFact f ->
                new Vehicle(vehicle.inTrade(), vehicle.markers().after(f), vehicle.changes(), licensing);
            case LicensingFact _ -> new Vehicle(vehicle.inTrade(), vehicle.markers(), vehicle.changes(), licensing);
            case DetailsCorrected _, VehicleMarkFact _, PaperFact _ -> vehicle;
        };
    }

    private DisposeToTradeDecider() {}
}
