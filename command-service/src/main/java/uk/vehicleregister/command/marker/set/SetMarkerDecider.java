package uk.vehicleregister.command.marker.set;

import static uk.vehicleregister.command.desk.Decision.accepted;
import static uk.vehicleregister.command.desk.Decision.refused;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.command.desk.Decision;
import uk.vehicleregister.command.lookup.Markers;
import uk.vehicleregister.kernel.event.DetailsCorrected;
import uk.vehicleregister.kernel.event.KeepershipFact;
import uk.vehicleregister.kernel.event.LicensingFact;
import uk.vehicleregister.kernel.event.MarkerFact;
import uk.vehicleregister.kernel.event.MarkerLifted;
import uk.vehicleregister.kernel.event.MarkerSet;
import uk.vehicleregister.kernel.event.PaperFact;
import uk.vehicleregister.kernel.event.V5CIssued;
import uk.vehicleregister.kernel.event.VehicleDestroyed;
import uk.vehicleregister.kernel.event.VehicleFact;
import uk.vehicleregister.kernel.event.VehicleMarkFact;
import uk.vehicleregister.kernel.event.VehicleRegistered;
import uk.vehicleregister.kernel.field.Ascii;
import uk.vehicleregister.kernel.paper.Credential;
import uk.vehicleregister.kernel.refusal.RefusalCode;
import uk.vehicleregister.kernel.vehicle.Marker;
import uk.vehicleregister.kernel.vehicle.VehicleId;

/// A marker is set once and lifted once; saying the same again is not recorded again.
final class SetMarkerDecider {

    /// An insurer writes a vehicle off in one of them (domain.md 1.7).
    private static final Set<Marker> WRITE_OFFS =
            Set.of(Marker.WRITE_OFF_A, Marker.WRITE_OFF_B, Marker.WRITE_OFF_S, Marker.WRITE_OFF_N);

    /// @param certificateOfDestruction the latest; it stands as long as `SCRAPPED` does
    record Vehicle(Markers markers, @Nullable String certificateOfDestruction) {
        static final Vehicle NEW = new Vehicle(Markers.NONE, null);

        private Vehicle after(MarkerFact fact) {
            String certificate = certificateOfDestruction;
            if (fact instanceof VehicleDestroyed destroyed) certificate = destroyed.certificateOfDestruction();
            else if (fact.marker() == Marker.SCRAPPED && !fact.stands()) certificate = null;
            return new Vehicle(markers.after(fact), certificate);
        }

        private boolean isGone() {
            return markers.hasOneOf(Set.of(Marker.EXPORTED, Marker.SCRAPPED));
        }
    }

    /// @param hasKeeper whether there is a keeper a V5C can be printed for
    /// @param print draws and seals its number; asked only when one is printed
    static Decision decide(
            SetMarker command,
            VehicleId vehicleId,
            Vehicle vehicle,
            boolean hasKeeper,
            Supplier<Credential> print,
            LocalDate today) {
        Marker marker = command.marker();
        boolean stands = vehicle.markers().has(marker);
        return switch (command.state()) {
            case SET -> {
                if (stands) yield refused(RefusalCode.MARKER_UNCHANGED);
                if (WRITE_OFFS.contains(marker) && vehicle.markers().hasOneOf(WRITE_OFFS))
                    yield refused(RefusalCode.WRITE_OFF_STANDS);
                yield accepted(new MarkerSet(vehicleId, marker, command.reason(), today));
            }
            case LIFTED -> {
                if (!stands) yield refused(RefusalCode.MARKER_UNCHANGED);
                if (marker == Marker.SCRAPPED && !withdraws(command.reason(), vehicle.certificateOfDestruction()))
                    yield refused(RefusalCode.CERTIFICATE_OF_DESTRUCTION_STANDS);
                MarkerLifted lifted = new MarkerLifted(vehicleId, marker, command.reason(), today);
                yield marker == Marker.V5C_SUPPRESSED && hasKeeper && !vehicle.isGone()
                        ? accepted(lifted, new V5CIssued(vehicleId, command.mark(), print.get(), today))
                        : accepted(lifted);
            }
        };
    }

    /// A certificate of destruction is withdrawn by its number, so that nobody lifts it along with a keeper's slip.
    private static boolean withdraws(String reason, @Nullable String certificate) {
        return certificate == null
                || List.of(Ascii.upper(reason).split("[^A-Z0-9\\-]+")).contains(certificate);
    }

    static Vehicle evolve(Vehicle vehicle, VehicleFact fact) {
        return switch (fact) {
            case MarkerFact f -> vehicle.after(f);
            case VehicleRegistered _,
                    DetailsCorrected _,
                    KeepershipFact _,
                    VehicleMarkFact _,
                    LicensingFact _,
                    PaperFact _ -> vehicle;
        };
    }

    private SetMarkerDecider() {}
}
