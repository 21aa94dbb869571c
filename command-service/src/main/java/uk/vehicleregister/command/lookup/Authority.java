package uk.vehicleregister.command.lookup;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.event.AuthorityFact;
import uk.vehicleregister.kernel.event.AuthorityGranted;
import uk.vehicleregister.kernel.event.AuthorityRevoked;
import uk.vehicleregister.kernel.refusal.RefusalCode;
import uk.vehicleregister.kernel.vehicle.VehicleId;

/// May an intermediary act on this vehicle? The keeper's authority decides, not the intermediary's role (contract.md).
record Authority(@Nullable AuthorityGranted granted, boolean revoked) {

    static final Authority NONE = new Authority(null, false);

    /// Who uses an authority.
    ///
    /// @param account pseudonym of the account that sends the command
    record Use(VehicleId vehicle, @Nullable UUID keeperKey, String account, String command, LocalDate today) {}

    /// Why it may not be used; empty when it may. To everybody else it is as if there were none.
    Optional<RefusalCode> stops(Use use) {
        if (granted == null || !isFor(granted, use)) {
            return Optional.of(RefusalCode.VEHICLE_OR_DOCUMENT_NOT_MATCHED);
        }
        if (revoked) return Optional.of(RefusalCode.AUTHORITY_REVOKED);
        if (!granted.keeperKeyId().equals(use.keeperKey())) return Optional.of(RefusalCode.AUTHORITY_ENDED);
        if (granted.until().isBefore(use.today())) return Optional.of(RefusalCode.AUTHORITY_EXPIRED);
        if (!granted.scope().contains(use.command())) return Optional.of(RefusalCode.AUTHORITY_OUT_OF_SCOPE);
        return Optional.empty();
    }

    private static boolean isFor(AuthorityGranted granted, Use use) {
        return granted.vehicleId().equals(use.vehicle())
                && granted.intermediary().equals(use.account());
    }

    static Authority evolve(Authority authority, AuthorityFact fact) {
        return switch (fact) {
            case AuthorityGranted f -> new Authority(f, false);
            case AuthorityRevoked _ -> new Authority(authority.granted(), true);
        };
    }
}
