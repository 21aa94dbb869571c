package uk.vehicleregister.query.proof;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/// Where in the log it stands that keys were destroyed.
@FunctionalInterface
public interface ErasureEvents {

    /// The position of the event for each of these keys, as far as they are known.
    Map<UUID, Long> positionsOf(Collection<UUID> keys);
}
