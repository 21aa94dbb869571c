package uk.vehicleregister.command.authority.grant;

import static uk.vehicleregister.command.desk.Decision.accepted;
import static uk.vehicleregister.command.desk.Decision.refused;
import static uk.vehicleregister.kernel.refusal.RefusalCode.AUTHORITY_PERIOD;
import static uk.vehicleregister.kernel.refusal.RefusalCode.EXPORTED;
import static uk.vehicleregister.kernel.refusal.RefusalCode.NO_KEEPER;
import static uk.vehicleregister.kernel.refusal.RefusalCode.SCRAPPED;
import static uk.vehicleregister.kernel.refusal.RefusalCode.V5C_SUPPRESSED;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.command.desk.Decision;
import uk.vehicleregister.command.lookup.Markers;
import uk.vehicleregister.kernel.event.AuthorityGranted;
import uk.vehicleregister.kernel.event.DetailsCorrected;
import uk.vehicleregister.kernel.event.KeepershipFact;
import uk.vehicleregister.kernel.event.LicensingFact;
import uk.vehicleregister.kernel.event.MarkerFact;
import uk.vehicleregister.kernel.event.PaperFact;
import uk.vehicleregister.kernel.event.VehicleFact;
import uk.vehicleregister.kernel.event.VehicleMarkFact;
import uk.vehicleregister.kernel.event.VehicleRegistered;
import uk.vehicleregister.kernel.sealing.SealedKeeper;
import uk.vehicleregister.kernel.vehicle.Marker;
import uk.vehicleregister.kernel.vehicle.VehicleId;

/// May this keeper let somebody act for them, and for so long?
final class GrantAuthorityDecider {

    /// Whoever wants an intermediary for longer says so again (docs/adr/0014).
    static final int MOST_YEARS = 2;

    record Vehicle(@Nullable SealedKeeper keeper, Markers markers) {
        static final Vehicle NEW = new Vehicle(null, Markers.NONE);
    }

    /// @param grantedBy pseudonym of the account that showed the reference
    /// @param evidence digest of that reference
    record Shown(UUID authorityId, VehicleId vehicleId, String grantedBy, String evidence) {}

    static Decision decide(GrantAuthority command, Vehicle vehicle, Shown shown, LocalDate today) {
        if (vehicle.markers().has(Marker.V5C_SUPPRESSED)) return refused(V5C_SUPPRESSED);
        SealedKeeper keeper = vehicle.keeper();
        if (keeper == null) return refused(NO_KEEPER);
        if (vehicle.markers().has(Marker.EXPORTED)) return refused(EXPORTED);
        if (vehicle.markers().has(Marker.SCRAPPED)) return refused(SCRAPPED);
        if (isPastOrTooFar(command.until(), today)) return refused(AUTHORITY_PERIOD);
        return accepted(new AuthorityGranted(
                shown.authorityId(),
                shown.vehicleId(),
                command.intermediary(),
                command.scope(),
                keeper.details().keyId(),
                shown.grantedBy(),
                shown.evidence(),
                today,
                command.until()));
    }

    private static boolean isPastOrTooFar(LocalDate until, LocalDate today) {
        return until.isBefore(today) || until.isAfter(today.plusYears(MOST_YEARS));
    }

    static Vehicle evolve(Vehicle vehicle, VehicleFact fact) {
        return switch (fact) {
            case VehicleRegistered f -> new Vehicle(f.keeper(), vehicle.markers());
            case KeepershipFact f -> new Vehicle(f.keeper(), vehicle.markers());
            case MarkerFact f -> new Vehicle(vehicle.keeper(), vehicle.markers().after(f));
            case DetailsCorrected _, VehicleMarkFact _, LicensingFact _, PaperFact _ -> vehicle;
        };
    }

    private GrantAuthorityDecider() {}
}
