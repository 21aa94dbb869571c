package uk.vehicleregister.command.keeper.change;

import static uk.vehicleregister.command.desk.Decision.accepted;
import static uk.vehicleregister.command.desk.Decision.refused;
import static uk.vehicleregister.command.sale.SaleDate.YEARS_OTHERWISE;
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
import uk.vehicleregister.kernel.event.KeeperChanged;
import uk.vehicleregister.kernel.event.KeepershipFact;
import uk.vehicleregister.kernel.event.LicensingFact;
import uk.vehicleregister.kernel.event.MarkerFact;
import uk.vehicleregister.kernel.event.PaperFact;
import uk.vehicleregister.kernel.event.V5CIssued;
import uk.vehicleregister.kernel.event.VehicleFact;
import uk.vehicleregister.kernel.event.VehicleMarkFact;
import uk.vehicleregister.kernel.event.VehicleRegistered;
import uk.vehicleregister.kernel.licensing.Licensing;
import uk.vehicleregister.kernel.licensing.TaxRefund;
import uk.vehicleregister.kernel.paper.Credential;
import uk.vehicleregister.kernel.sealing.Sealed;
import uk.vehicleregister.kernel.sealing.SealedKeeper;
import uk.vehicleregister.kernel.vehicle.Marker;
import uk.vehicleregister.kernel.vehicle.TaxRefundReason;
import uk.vehicleregister.kernel.vehicle.VehicleId;
import uk.vehicleregister.kernel.vehicle.Warning;

/// May this vehicle pass from its keeper to another one in a private sale?
final class ChangeKeeperDecider {

    record Vehicle(boolean inTrade, Markers markers, Changes changes, Licensing licensing) {
        static final Vehicle NEW = new Vehicle(true, Markers.NONE, Changes.NONE, Licensing.UNKNOWN);
    }

    /// What is printed and sealed for an accepted sale; handed in, because a decision draws no random numbers.
    record Papers(
            VehicleId vehicleId,
            SealedKeeper newKeeper,
            @Nullable Sealed sellerEmail,
            Credential v5c) {}

    static Decision decide(ChangeKeeper command, Vehicle vehicle, Papers papers, LocalDate today) {
        SaleDate sale = new SaleDate(command.dateOfSale(), today);
        List<Warning> warnings = sale.warnings(vehicle.changes().latest());
        return stoppedByRecord(vehicle)
                .or(() -> sale.outside(YEARS_OTHERWISE).map(Decision::refused))
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

    private static boolean consentsAreMissing(ChangeKeeper command) {
        return !command.keeperConsent() || !command.rightsToMarkConsent();
    }

    private static Decision recorded(
            ChangeKeeper command, Vehicle vehicle, Papers papers, List<Warning> warnings, LocalDate today) {
        return accepted(
                        new KeeperChanged(
                                papers.vehicleId(),
                                papers.newKeeper(),
                                command.dateOfSale(),
                                command.mileage(),
                                papers.sellerEmail(),
                                warnings),
                        new V5CIssued(papers.vehicleId(), command.mark(), papers.v5c(), today))
                .and(TaxRefund.due(papers.vehicleId(), vehicle.licensing(), TaxRefundReason.SOLD, today));
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

    private ChangeKeeperDecider() {}
}
