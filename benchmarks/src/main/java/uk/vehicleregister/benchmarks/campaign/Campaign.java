package uk.vehicleregister.benchmarks.campaign;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

/// Faults of one kind, done to a running register on purpose.
public interface Campaign {

    /// One word, as it is given to `bin/register campaign`.
    String name();

    /// What is done and what must hold, in a sentence.
    String claim();

    /// Too long to be run along with the others: only when it is named.
    default boolean onlyByName() {
        return false;
    }

    /// Runs it on a register of its own. Whatever does not hold is a violation in the report and no exception.
    Report run(Order order) throws Exception;

    /// @param seed the same faults in the same order for the same seed; what the scheduler does is not repeated
    /// @param directory an empty one, for the register's data and logs
    /// @param progress takes a line now and then
    /// @param time how long, for a campaign that goes by the clock
    record Order(Form form, long seed, Path directory, Consumer<String> progress, Duration time) {

        public Order(Form form, long seed, Path directory, Consumer<String> progress) {
            this(form, seed, directory, progress, Duration.ofHours(1));
        }
    }
}
