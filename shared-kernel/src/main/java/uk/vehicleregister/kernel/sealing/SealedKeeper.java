package uk.vehicleregister.kernel.sealing;

import static java.util.Objects.requireNonNull;

import uk.vehicleregister.kernel.keeper.KeeperType;

/// A keeper in an event. `details` holds the Keeper's JSON; the postcode is also sealed alone, because the
/// postcode rule of retention and assignment needs only that.
public record SealedKeeper(KeeperType type, Sealed details, Sealed postcode) {

    public SealedKeeper {
        requireNonNull(type);
        requireNonNull(details);
        requireNonNull(postcode);
    }
}
