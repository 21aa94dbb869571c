package uk.vehicleregister.command.vehicle.export;

import static uk.vehicleregister.command.desk.Decision.accepted;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.command.desk.Decision;
import uk.vehicleregister.command.lookup.Markers;
import uk.vehicleregister.kernel.event.DetailsCorrected;
import uk.vehicleregister.kernel.event.KeepershipFact;
import uk.vehicleregister.kernel.event.LicensingFact;
import uk.vehicleregister.kernel.event.MarkerFact;
import uk.vehicleregister.kernel.event.PaperFact;
import uk.vehicleregister.kernel.event.VehicleExported;
import uk.vehicleregister.kernel.event.VehicleFact;
import uk.vehicleregister.kernel.event.VehicleMarkFact;
import uk.vehicleregister.kernel.event.VehicleRegistered;
import uk.vehicleregister.kernel.licensing.Licensing;
import uk.vehicleregister.kernel.licensing.TaxRefund;
import uk.vehicleregister.kernel.refusal.RefusalCode;
import uk.vehicleregister.kernel.vehicle.Marker;
import uk.vehicleregister.kernel.vehicle.TaxRefundReason;
import uk.vehicleregister.kernel.vehicle.VehicleDetails;
import uk.vehicleregister.kernel.vehicle.VehicleId;

/// May this vehicle be recorded as exported?
final class ExportVehicleDecider {

    record Vehicle(@Nullable VehicleDetails details, boolean hasKeeper, Markers markers, Licensing licensing) {
        static final Vehicle NEW = new Vehicle(null, false, Markers.NONE, Licensing.UNKNOWN);
    }

    static Decision decide(ExportVehicle command, VehicleId vehicleId, Vehicle vehicle, LocalDate today) {
        return stoppedByRecord(command, vehicle)
                .or(() -> stoppedByDate(command.dateOfExport(), vehicle, today))
                .map(Decision::refused)
                .orElseGet(() -> accepted(new VehicleExported(
                                vehicleId, command.mark(), command.destinationCountry(), command.dateOfExport()))
                        .and(TaxRefund.due(vehicleId, vehicle.licensing(), TaxRefundReason.EXPORTED, today)));
    }

    private static Optional<RefusalCode> stoppedByRecord(ExportVehicle command, Vehicle vehicle) {
        Markers markers = vehicle.markers();
        if (markers.has(Marker.V5C_SUPPRESSED)) return Optional.of(RefusalCode.V5C_SUPPRESSED);
        if (!vehicle.hasKeeper() && !command.isDealer()) return Optional.of(RefusalCode.NO_KEEPER);
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

    static Vehicle evolve(Vehicle vehicle, VehicleFact fact) {
        Licensing licensing = vehicle.licensing().after(fact);
        return switch (fact) {
            case VehicleRegistered f -> new Vehicle(f.details(), f.keeper() != null, vehicle.markers(), licensing);
            case DetailsCorrected f -> new Vehicle(f.details(), vehicle.hasKeeper(), vehicle.markers(), licensing);
            case KeepershipFact f -> new Vehicle(vehicle.details(), f.keeper() != null, vehicle.markers(), licensing);
            case MarkerFact f ->
                new Vehicle(
                        vehicle.details(),
                        vehicle.hasKeeper(),
                        vehicle.markers().after(f),
                        licensing);
            case VehicleMarkFact _, LicensingFact _, PaperFact _ ->
                new Vehicle(vehicle.details(), vehicle.hasKeeper(), vehicle.markers(), licensing);
        };
    }

    private ExportVehicleDecider() {}
}
