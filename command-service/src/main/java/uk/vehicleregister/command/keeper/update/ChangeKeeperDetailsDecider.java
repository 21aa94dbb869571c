package uk.vehicleregister.command.keeper.update;

import static uk.vehicleregister.command.desk.Decision.accepted;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.command.desk.Decision;
import uk.vehicleregister.command.lookup.Markers;
import uk.vehicleregister.kernel.event.DetailsCorrected;
import uk.vehicleregister.kernel.event.KeeperDetailsChanged;
import uk.vehicleregister.kernel.event.KeepershipFact;
import uk.vehicleregister.kernel.event.LicensingFact;
import uk.vehicleregister.kernel.event.MarkerFact;
import uk.vehicleregister.kernel.event.PaperFact;
import uk.vehicleregister.kernel.event.V5CIssued;
import uk.vehicleregister.kernel.event.VehicleFact;
import uk.vehicleregister.kernel.event.VehicleMarkFact;
import uk.vehicleregister.kernel.event.VehicleRegistered;
import uk.vehicleregister.kernel.paper.Credential;
import uk.vehicleregister.kernel.refusal.RefusalCode;
import uk.vehicleregister.kernel.sealing.SealedKeeper;
import uk.vehicleregister.kernel.vehicle.Marker;
import uk.vehicleregister.kernel.vehicle.VehicleId;

/// May this keeper's name or address change on the record?
final class ChangeKeeperDetailsDecider {

    record Vehicle(@Nullable SealedKeeper keeper, Markers markers) {
        static final Vehicle NEW = new Vehicle(null, Markers.NONE);
    }

    record Papers(VehicleId vehicleId, SealedKeeper keeper, Credential v5c) {}

    /// @param isErased whether the keeper on record has been forgotten, so that nobody can be told to be the same
    /// @param print makes the number and seals the names; asked only once nothing stands in the way
    static Decision decide(
            ChangeKeeperDetails command, Vehicle vehicle, boolean isErased, Supplier<Papers> print, LocalDate today) {
        return stoppedBy(command, vehicle, isErased)
                .map(Decision::refused)
                .orElseGet(() -> recorded(command, print.get(), today));
    }

    private static Optional<RefusalCode> stoppedBy(ChangeKeeperDetails command, Vehicle vehicle, boolean isErased) {
        Markers markers = vehicle.markers();
        SealedKeeper keeper = vehicle.keeper();
        if (markers.has(Marker.V5C_SUPPRESSED)) return Optional.of(RefusalCode.V5C_SUPPRESSED);
        if (keeper == null) return Optional.of(RefusalCode.NO_KEEPER);
        if (markers.has(Marker.EXPORTED)) return Optional.of(RefusalCode.EXPORTED);
        if (markers.has(Marker.SCRAPPED)) return Optional.of(RefusalCode.SCRAPPED);
        if (markers.has(Marker.STOLEN)) return Optional.of(RefusalCode.STOLEN);
        if (isErased || keeper.type() != command.keeper().type()) return Optional.of(RefusalCode.NOT_THE_SAME_KEEPER);
        return Optional.empty();
    }

    private static Decision recorded(ChangeKeeperDetails command, Papers papers, LocalDate today) {
        return accepted(
                new KeeperDetailsChanged(papers.vehicleId(), papers.keeper(), today),
                new V5CIssued(papers.vehicleId(), command.mark(), papers.v5c(), today));
    }

    static Vehicle evolve(Vehicle vehicle, VehicleFact fact) {
        return switch (fact) {
            case VehicleRegistered f -> new Vehicle(f.keeper(), vehicle.markers());
            case KeepershipFact f -> new Vehicle(f.keeper(), vehicle.markers());
            case MarkerFact f -> new Vehicle(vehicle.keeper(), vehicle.markers().after(f));
            case DetailsCorrected _, VehicleMarkFact _, LicensingFact _, PaperFact _ -> vehicle;
        };
    }

    private ChangeKeeperDetailsDecider() {}
}
