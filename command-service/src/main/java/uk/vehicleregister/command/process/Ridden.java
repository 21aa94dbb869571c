package uk.vehicleregister.command.process;

import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Rides out faults, an outage of the database above all: the first of a row is told, and the end of it, and
/// nothing between. Messages of faults may quote what was sent, so only their kind is logged.
final class Ridden {

    private static final Logger LOG = LoggerFactory.getLogger(Ridden.class);

    private final String what;
    private boolean failing;

    Ridden(String what) {
        this.what = what;
    }

    /// What the work answers; false when it failed.
    boolean out(BooleanSupplier work) {
        try {
            boolean answer = work.getAsBoolean();
            if (failing) LOG.info("{} goes on", what);
            failing = false;
            return answer;
        } catch (RuntimeException | Error fault) {
            // An Error, too: a thread of a scheduler that ends by one would end without a word.
            if (!failing)
                LOG.warn(
                        "{} is held up ({}), and will be tried again",
                        what,
                        fault.getClass().getName());
            failing = true;
            return false;
        }
    }
}
