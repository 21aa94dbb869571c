package uk.vehicleregister.transparencylog.note;

import org.jspecify.annotations.Nullable;

/// The last checkpoint a witness has cosigned of each log, kept so that a crash does not lose it.
public interface WitnessMemory {

    /// The last cosigned checkpoint of the log with this origin, or null when there is none.
    @Nullable
    Checkpoint latest(String origin);

    /// Puts the next in the place of the latest and is durable when it returns true; false, and nothing
    /// changed, when the latest is another by now. One step: two callers with the same latest must not both
    /// succeed.
    boolean advance(@Nullable Checkpoint latest, Checkpoint next);
}
