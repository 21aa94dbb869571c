package uk.vehicleregister.command.lookup;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.event.KeepershipFact;
import uk.vehicleregister.kernel.event.V5CIssued;
import uk.vehicleregister.kernel.event.VehicleFact;
import uk.vehicleregister.kernel.event.VehicleRegistered;
import uk.vehicleregister.kernel.sealing.SealedKeeper;
import uk.vehicleregister.kernel.vehicle.VehicleId;

/// The vehicle a look-up found, with everything recorded about it so far.
public record VehicleOnRecord(VehicleId id, List<VehicleFact> facts) {

    /// Who is keeper now; null in the trade.
    public @Nullable SealedKeeper keeper() {
        for (VehicleFact fact : facts.reversed()) {
            if (fact instanceof KeepershipFact told) return told.keeper();
            if (fact instanceof VehicleRegistered registered) return registered.keeper();
        }
        return null;
    }

    /// Digests of every document reference it has had; none of them may come back.
    public Set<String> usedReferences() {
        return facts.stream()
                .filter(V5CIssued.class::isInstance)
                .map(fact -> ((V5CIssued) fact).documentReference().digest())
                .collect(Collectors.toUnmodifiableSet());
    }
}
