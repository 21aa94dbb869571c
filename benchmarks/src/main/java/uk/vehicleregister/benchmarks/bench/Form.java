package uk.vehicleregister.benchmarks.bench;

import java.time.Duration;

/// How much is measured: the goals T short or at length, or the goals A.
///
/// @param vehicles how many are loaded, for T9 and for all that follows
enum Form {
    QUICK(40_000, 3, Duration.ofSeconds(1), Duration.ofSeconds(15), Duration.ofSeconds(250)),
    FULL(1_000_000, 7, Duration.ofSeconds(4), Duration.ofSeconds(20), Duration.ofHours(4)),
    /// Three events a vehicle.
    AUDIT(334_000, 7, Duration.ofSeconds(3), Duration.ofSeconds(15), Duration.ofHours(1));

    private final int vehicles;
    private final int rounds;
    private final Duration turn;
    private final Duration warmUp;
    private final Duration beginsBefore;

    Form(int vehicles, int rounds, Duration turn, Duration warmUp, Duration beginsBefore) {
        this.vehicles = vehicles;
        this.rounds = rounds;
        this.turn = turn;
        this.warmUp = warmUp;
        this.beginsBefore = beginsBefore;
    }

    int vehicles() {
        return vehicles;
    }

    int rounds() {
        return rounds;
    }

    /// How long each of a round's parts runs.
    Duration turn() {
        return turn;
    }

    Duration warmUp() {
        return warmUp;
    }

    /// Whether the read model is held against the log before the last measurements, and so not against what they
    /// record: to catch up with that would take longer than they do.
    boolean comparesEarly() {
        return this == QUICK;
    }

    /// What has not begun by then is left out, so that a quick run is quick on a slow machine too.
    Duration beginsBefore() {
        return beginsBefore;
    }
}
