package uk.vehicleregister.command.lookup;

import uk.vehicleregister.command.desk.Decision;
import uk.vehicleregister.kernel.refusal.RefusalCode;

/// What a look-up came to: the vehicle, or why the applicant may not act on it.
public sealed interface LookUp {

    LookUp NOT_MATCHED = new Refused(RefusalCode.VEHICLE_OR_DOCUMENT_NOT_MATCHED);

    record Found(VehicleOnRecord vehicle) implements LookUp {}

    record Refused(RefusalCode code) implements LookUp {}

    default boolean isEmpty() {
        return this instanceof Refused;
    }

    /// The vehicle that was found.
    default VehicleOnRecord get() {
        return switch (this) {
            case Found found -> found.vehicle();
            case Refused _ -> throw new IllegalStateException("no vehicle was found");
        };
    }

    /// The answer where none was found.
    default Decision refused() {
        return switch (this) {
            case Found _ -> throw new IllegalStateException("a vehicle was found");
            case Refused refused -> Decision.refused(refused.code());
        };
    }
}
