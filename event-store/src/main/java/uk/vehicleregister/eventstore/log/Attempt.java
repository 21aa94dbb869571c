package uk.vehicleregister.eventstore.log;

/// A try that is under a counter. Every effect is blocked by a locked counter, whatever else the append holds.
public record Attempt(String counter, AttemptRule rule, Effect effect) {

    /// What the try does to its counter once it was let through.
    public enum Effect {
        /// leaves it as it is
        CHECK,
        /// counts a wrong try
        COUNT,
        /// forgets the wrong tries: this one was right
        CLEAR
    }

    @Override
    public String toString() {
        return "Attempt[" + effect + "]";
    }
}
