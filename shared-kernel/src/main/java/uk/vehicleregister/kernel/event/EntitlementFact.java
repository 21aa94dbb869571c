package uk.vehicleregister.kernel.event;

import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.vehicle.VehicleId;

/// What happened to the right to a mark.
public sealed interface EntitlementFact extends MarkFact
        permits EntitlementGranted,
                EntitlementBought,
                NomineeNamed,
                EntitlementExtended,
                EntitlementSurrendered,
                EntitlementLapsed,
                EntitlementUsed {

    /// A mark on a certificate is on no vehicle.
    @Override
    default @Nullable VehicleId carrier() {
        return null;
    }
}
