package uk.vehicleregister.command.v5c.replace;

import static uk.vehicleregister.command.desk.Decision.accepted;
import static uk.vehicleregister.command.desk.Decision.refused;

import java.time.LocalDate;
import java.util.function.Supplier;
import uk.vehicleregister.command.desk.Decision;
import uk.vehicleregister.command.lookup.Markers;
import uk.vehicleregister.kernel.event.DetailsCorrected;
import uk.vehicleregister.kernel.event.KeepershipFact;
import uk.vehicleregister.kernel.event.LicensingFact;
import uk.vehicleregister.kernel.event.MarkerFact;
import uk.vehicleregister.kernel.event.PaperFact;
import uk.vehicleregister.kernel.event.V5CIssued;
import uk.vehicleregister.kernel.event.V5CReplaced;
import uk.vehicleregister.kernel.event.VehicleFact;
import uk.vehicleregister.kernel.event.VehicleMarkFact;
import uk.vehicleregister.kernel.event.VehicleRegistered;
import uk.vehicleregister.kernel.paper.Credential;
import uk.vehicleregister.kernel.refusal.RefusalCode;
import uk.vehicleregister.kernel.vehicle.Marker;
import uk.vehicleregister.kernel.vehicle.VehicleId;

/// May this vehicle's keeper have another V5C? That they are the keeper was shown at the gate. A vehicle marked
/// as stolen gets one: it goes to the keeper, and kills the one that may have gone with the vehicle.
final class ReplaceV5CDecider {

    /// @param print draws and seals the number; asked only once nothing stands in the way
    static Decision decide(
            ReplaceV5C command, VehicleId vehicle, Markers markers, Supplier<Credential> print, LocalDate today) {
        if (markers.has(Marker.V5C_SUPPRESSED)) return refused(RefusalCode.V5C_SUPPRESSED);
        if (markers.has(Marker.EXPORTED)) return refused(RefusalCode.EXPORTED);
        if (markers.has(Marker.SCRAPPED)) return refused(RefusalCode.SCRAPPED);
        return accepted(
                new V5CReplaced(vehicle, command.reason(), today),
                new V5CIssued(vehicle, command.mark(), print.get(), today));
    }

    static Markers evolve(Markers markers, VehicleFact fact) {
        return switch (fact) {
            case MarkerFact f -> markers.after(f);
            case VehicleRegistered _,
                    DetailsCorrected _,
                    KeepershipFact _,
                    VehicleMarkFact _,
                    LicensingFact _,
                    PaperFact _ -> markers;
        };
    }

    private ReplaceV5CDecider() {}
}
