package uk.vehicleregister.command.vehicle.scrap;

import static uk.vehicleregister.command.desk.Decision.accepted;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.command.desk.Decision;
import uk.vehicleregister.command.lookup.Markers;
import uk.vehicleregister.command.vehicle.scrap.ScrapVehicle.ToldBy.TreatmentFacility;
import uk.vehicleregister.command.vehicle.scrap.ScrapVehicle.ToldBy.V5CHolder;
import uk.vehicleregister.kernel.event.DetailsCorrected;
import uk.vehicleregister.kernel.event.KeepershipFact;
import uk.vehicleregister.kernel.event.LicensingFact;
import uk.vehicleregister.kernel.event.MarkerFact;
import uk.vehicleregister.kernel.event.PaperFact;
import uk.vehicleregister.kernel.event.VehicleDestroyed;
import uk.vehicleregister.kernel.event.VehicleFact;
import uk.vehicleregister.kernel.event.VehicleMarkFact;
import uk.vehicleregister.kernel.event.VehicleRegistered;
import uk.vehicleregister.kernel.event.VehicleScrapped;
import uk.vehicleregister.kernel.licensing.Licensing;
import uk.vehicleregister.kernel.licensing.TaxRefund;
import uk.vehicleregister.kernel.refusal.RefusalCode;
import uk.vehicleregister.kernel.vehicle.Marker;
import uk.vehicleregister.kernel.vehicle.TaxRefundReason;
import uk.vehicleregister.kernel.vehicle.VehicleDetails;
import uk.vehicleregister.kernel.vehicle.VehicleId;

/// May this vehicle be recorded as destroyed or scrapped?
final class ScrapVehicleDecider {

    /// Cars, light vans and three-wheelers (domain.md 1.7).
    private static final Set<String> CERTIFIABLE = Set.of("M1", "N1", "L5");

    /// @param destroyed whether a certificate of destruction stands
    record Vehicle(
            @Nullable VehicleDetails details,
            boolean hasKeeper,
            boolean destroyed,
            Markers markers,
            Licensing licensing) {
        static final Vehicle NEW = new Vehicle(null, false, false, Markers.NONE, Licensing.UNKNOWN);

        private Vehicle with(Licensing newLicensing) {
            return new Vehicle(details, hasKeeper, destroyed, markers, newLicensing);
        }

        private Vehicle with(VehicleDetails newDetails) {
            return new Vehicle(newDetails, hasKeeper, destroyed, markers, licensing);
        }

        private Vehicle withKeeper(boolean known) {
            return new Vehicle(details, known, destroyed, markers, licensing);
        }

        private Vehicle after(MarkerFact fact) {
            boolean lifted = fact.marker() == Marker.SCRAPPED && !fact.stands();
            boolean stands = fact instanceof VehicleDestroyed || destroyed && !lifted;
            return new Vehicle(details, hasKeeper, stands, markers.after(fact), licensing);
        }
    }

    static Decision decide(ScrapVehicle command, VehicleId vehicleId, Vehicle vehicle, LocalDate today) {
        return stoppedByRecord(command.toldBy(), vehicle)
                .or(() -> stoppedByDate(command.dateOfScrapping(), vehicle, today))
                .map(Decision::refused)
                .orElseGet(() -> recorded(command, vehicleId)
                        .and(TaxRefund.due(vehicleId, vehicle.licensing(), TaxRefundReason.SCRAPPED, today)));
    }

    private static Optional<RefusalCode> stoppedByRecord(ScrapVehicle.ToldBy toldBy, Vehicle vehicle) {
        return switch (toldBy) {
            case TreatmentFacility _ -> stoppingCertificate(vehicle);
            case V5CHolder holder -> stoppingNotice(holder, vehicle);
        };
    }

    /// What was destroyed is destroyed, whatever became of its V5C; a keeper may have told of it before.
    private static Optional<RefusalCode> stoppingCertificate(Vehicle vehicle) {
        if (vehicle.markers().has(Marker.EXPORTED)) return Optional.of(RefusalCode.EXPORTED);
        if (vehicle.destroyed()) return Optional.of(RefusalCode.SCRAPPED);
        if (!isCertifiable(vehicle.details())) return Optional.of(RefusalCode.NOT_CERTIFIABLE_TYPE);
        return Optional.empty();
    }

    private static Optional<RefusalCode> stoppingNotice(V5CHolder holder, Vehicle vehicle) {
        Markers markers = vehicle.markers();
        if (markers.has(Marker.V5C_SUPPRESSED)) return Optional.of(RefusalCode.V5C_SUPPRESSED);
        if (!vehicle.hasKeeper() && !holder.isDealer()) return Optional.of(RefusalCode.NO_KEEPER);
        if (markers.has(Marker.EXPORTED)) return Optional.of(RefusalCode.EXPORTED);
        if (markers.has(Marker.SCRAPPED)) return Optional.of(RefusalCode.SCRAPPED);
        if (markers.has(Marker.STOLEN)) return Optional.of(RefusalCode.STOLEN);
        return Optional.empty();
    }

    private static Optional<RefusalCode> stoppedByDate(LocalDate date, Vehicle vehicle, LocalDate today) {
        if (date.isAfter(today)) return Optional.of(RefusalCode.DATE_IN_FUTURE);
        VehicleDetails details = vehicle.details();
        if (details != null && date.isBefore(details.dateOfFirstRegistration()))
            return Optional.of(RefusalCode.DATE_BEFORE_FIRST_REGISTRATION);
        return Optional.empty();
    }

    /// A letter after the category tells a kind of it (M1G); older records have no category.
    private static boolean isCertifiable(@Nullable VehicleDetails details) {
        String category = details == null ? null : details.typeApproval();
        if (category == null || category.isEmpty()) return true;
        return category.length() >= 2 && CERTIFIABLE.contains(category.substring(0, 2));
    }

    private static Decision.Accepted recorded(ScrapVehicle command, VehicleId vehicle) {
        return switch (command.toldBy()) {
            case TreatmentFacility(String certificate) ->
                accepted(new VehicleDestroyed(vehicle, command.mark(), certificate, command.dateOfScrapping()));
            case V5CHolder _ -> accepted(new VehicleScrapped(vehicle, command.mark(), command.dateOfScrapping()));
        };
    }

    static Vehicle evolve(Vehicle before, VehicleFact fact) {
        Vehicle vehicle = before.with(before.licensing().after(fact));
        return switch (fact) {
            case VehicleRegistered f ->
                new Vehicle(f.details(), f.keeper() != null, false, vehicle.markers(), vehicle.licensing());
            case DetailsCorrected f -> vehicle.with(f.details());
            case KeepershipFact f -> vehicle.withKeeper(f.keeper() != null);
            case MarkerFact f -> vehicle.after(f);
            case VehicleMarkFact _, LicensingFact _, PaperFact _ -> vehicle;
        };
    }

    private ScrapVehicleDecider() {}
}
