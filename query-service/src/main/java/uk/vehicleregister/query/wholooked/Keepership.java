package uk.vehicleregister.query.wholooked;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.event.Fact;
import uk.vehicleregister.kernel.event.KeeperDetailsChanged;
import uk.vehicleregister.kernel.event.KeepershipFact;
import uk.vehicleregister.kernel.event.V5CIssued;
import uk.vehicleregister.kernel.event.VehicleRegistered;
import uk.vehicleregister.kernel.paper.Credential;
import uk.vehicleregister.kernel.sealing.SealedKeeper;
import uk.vehicleregister.query.audit.AuditTrail;

/// The present keepership of a vehicle, folded from its events. It begins where it was recorded, and not on the
/// date of the sale: what was looked at in between was the record of the keeper before.
///
/// @param since position of the event by which the present keeper came onto the record
/// @param keeper the key their details are sealed under; null while the vehicle is in the trade
/// @param latest the reference on the latest V5C
record Keepership(
        long since, @Nullable UUID keeper, @Nullable Credential latest) {

    private static final Keepership NONE = new Keepership(-1, null, null);

    static Keepership after(List<AuditTrail.Entry> entries) {
        Keepership kept = NONE;
        for (AuditTrail.Entry entry : entries) kept = kept.evolve(entry.event().position(), entry.fact());
        return kept;
    }

    private Keepership evolve(long position, Fact fact) {
        return switch (fact) {
            case VehicleRegistered f -> keptBy(f.keeper(), position);
            // the same keeper, told of anew
            case KeeperDetailsChanged f -> new Keepership(since, keyOf(f.keeper()), latest);
            case KeepershipFact f -> keptBy(f.keeper(), position);
            case V5CIssued f -> new Keepership(since, keeper, f.documentReference());
            case Fact _ -> this;
        };
    }

    /// A correction may leave the keeper who they were.
    private Keepership keptBy(@Nullable SealedKeeper by, long position) {
        UUID key = keyOf(by);
        return new Keepership(Objects.equals(key, keeper) ? since : position, key, latest);
    }

    private static @Nullable UUID keyOf(@Nullable SealedKeeper keeper) {
        return keeper == null ? null : keeper.details().keyId();
    }
}
