package uk.vehicleregister.benchmarks.campaign;

import java.time.Duration;

/// How much of a campaign is run, and what is judged.
public enum Form {
    /// Some seconds, in the gate, on a machine of any kind: no rate is judged there, and of times only whether
    /// something comes at all.
    SHORT,
    /// As long as it takes to be believed, on demand, on a machine that has nothing else to do.
    FULL;

    private static final Duration AT_ALL = Duration.ofMinutes(2);

    public boolean judgesTimes() {
        return this == FULL;
    }

    /// How long to wait before something is said not to come.
    ///
    /// @param quiet where the machine has nothing else to do
    public Duration patience(Duration quiet) {
        return judgesTimes() ? quiet : AT_ALL;
    }
}
