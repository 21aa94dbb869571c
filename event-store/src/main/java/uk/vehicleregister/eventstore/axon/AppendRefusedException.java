package uk.vehicleregister.eventstore.axon;

import org.axonframework.eventsourcing.eventstore.EventStoreException;
import uk.vehicleregister.eventstore.log.AppendOutcome;

/// The log refused the append of this unit of work; the outcome tells why. Nothing was recorded.
public final class AppendRefusedException extends EventStoreException {

    private static final long serialVersionUID = 1L;

    private final transient AppendOutcome outcome;

    public AppendRefusedException(AppendOutcome outcome) {
        super("The log refused the append: " + outcome.getClass().getSimpleName());
        this.outcome = outcome;
    }

    public AppendOutcome outcome() {
        return outcome;
    }
}
