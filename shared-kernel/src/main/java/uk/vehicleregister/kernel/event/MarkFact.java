package uk.vehicleregister.kernel.event;

import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.vehicle.VehicleId;

/// What happened to a mark and the entitlement to it. Its stream is the mark itself, so that a mark can be in one place
/// at a time (design.md 3).
public sealed interface MarkFact extends Fact
        permits MarkIssued, MarkReplaced, MarkRestored, MarkTransferred, EntitlementFact {

    RegistrationMark mark();

    /// The vehicle that carries the mark after it; null when none does.
    @Nullable
    VehicleId carrier();

    @Override
    default String stream() {
        return streamOf(mark());
    }

    static String streamOf(RegistrationMark mark) {
        return "mark-" + mark.text();
    }
}
