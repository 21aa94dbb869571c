package uk.vehicleregister.program.invariants.order;

import org.jspecify.annotations.Nullable;

/// Where a mark is, as the model has it.
sealed interface Place {

    record On(ModelVehicle vehicle) implements Place {}

    /// @param holder who may use it, as the keepers are named, beside the nominee once one was named
    record Certified(String number, String holder, @Nullable String nominee) implements Place {}

    record GivenUp() implements Place {}

    record Void(ModelVehicle cameOff) implements Place {}
}
