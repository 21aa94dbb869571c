package uk.vehicleregister.eventstore.vault;

/// What a sealed text turned out to be.
public sealed interface Opened {

    /// The text that was sealed. Its toString tells nothing.
    record Plain(String text) implements Opened {
        @Override
        public String toString() {
            return "Plain[***]";
        }
    }

    /// Its key has been destroyed: the person was erased.
    record Erased() implements Opened {}
}
