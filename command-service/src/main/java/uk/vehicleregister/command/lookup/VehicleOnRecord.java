package uk.vehicleregister.command.lookup;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import uk.vehicleregister.kernel.event.V5CIssued;
import uk.vehicleregister.kernel.event.VehicleFact;
import uk.vehicleregister.kernel.vehicle.VehicleId;

/// The vehicle a look-up found, with everything recorded about it so far.
public record VehicleOnRecord(VehicleId id, List<VehicleFact> facts) {

    /// Digests of every document reference it has had; none of them may come back.
    public Set<String> usedReferences() {
        return facts.stream()
                .filter(V5CIssued.class::isInstance)
                .map(fact -> ((V5CIssued) fact).documentReference().digest())
                .collect(Collectors.toUnmodifiableSet());
    }
}
