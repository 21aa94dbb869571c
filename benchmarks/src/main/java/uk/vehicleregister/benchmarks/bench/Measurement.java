package uk.vehicleregister.benchmarks.bench;

import java.util.List;
import java.util.Set;

/// One comparison or one stopwatch, on the stage that all of them share.
interface Measurement {

    Set<Goal> goals();

    /// One result for each of its goals.
    List<Result> measure(Stage stage) throws Exception;

    /// Whether it records so much, with no service beside it, that the read models have to catch up for long.
    default boolean outrunsReadModels() {
        return false;
    }
}
