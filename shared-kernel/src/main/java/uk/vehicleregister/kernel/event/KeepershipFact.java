package uk.vehicleregister.kernel.event;

import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.sealing.SealedKeeper;

/// Something by which the vehicle's keeper became another, or was told of anew.
public sealed interface KeepershipFact extends VehicleFact
        permits KeeperChanged,
                DisposedToTrade,
                AcquiredFromTrade,
                KeeperDied,
                KeeperDetailsChanged,
                KeeperCorrected,
                KeeperChangeReversed {

    /// Who is keeper after it; null while the vehicle is in the trade.
    @Nullable
    SealedKeeper keeper();
}
