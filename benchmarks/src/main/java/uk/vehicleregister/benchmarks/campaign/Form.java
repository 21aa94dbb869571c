package uk.vehicleregister.benchmarks.campaign;

/// How much of a campaign is run.
public enum Form {
    /// Some seconds, in the gate.
    SHORT,
    /// As long as it takes to be believed, on demand.
    FULL
}
