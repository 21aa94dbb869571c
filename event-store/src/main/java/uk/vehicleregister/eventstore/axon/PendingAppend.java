package uk.vehicleregister.eventstore.axon;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.eventstore.log.Append;
import uk.vehicleregister.eventstore.log.AppendOutcome;
import uk.vehicleregister.eventstore.log.Attempt;
import uk.vehicleregister.eventstore.log.NewEvent;
import uk.vehicleregister.eventstore.log.NewReceipt;
import uk.vehicleregister.eventstore.vault.WrappedKey;

/// What the events of a unit of work take with them into the log, and what became of them.
public final class PendingAppend {

    private static final String RESOURCE = PendingAppend.class.getName();

    private final Map<String, Long> expected = new HashMap<>();
    private final List<WrappedKey> dataKeys = new ArrayList<>();
    private final List<Attempt> attempts = new ArrayList<>();
    private @Nullable NewReceipt receipt;
    private @Nullable AppendOutcome outcome;
    private boolean begun;

    private PendingAppend() {}

    /// The one of this unit of work's root, so that nested units of work share it.
    public static PendingAppend of(UnitOfWork<?> unitOfWork) {
        return unitOfWork.root().getOrComputeResource(RESOURCE, _ -> new PendingAppend());
    }

    /// One of no unit of work: whoever holds it appends it by hand.
    public static PendingAppend apart() {
        return new PendingAppend();
    }

    /// The decision leaned on this stream as it was at this version (-1: absent). Of two readings the older one counts.
    public void expect(String stream, long version) {
        expected.merge(stream, version, Math::min);
    }

    public void receipt(NewReceipt receipt) {
        this.receipt = receipt;
    }

    public void dataKey(WrappedKey key) {
        dataKeys.add(key);
    }

    public void attempt(Attempt attempt) {
        attempts.add(attempt);
    }

    /// What became of the append; null while none was made, and when it ended in a fault.
    public @Nullable AppendOutcome outcome() {
        return outcome;
    }

    /// Everything but events: for a refusal that is to be confirmed, counted or remembered.
    public Append withoutEvents() {
        return new Append(List.of(), expected, receipt, dataKeys, attempts);
    }

    /// At most once in a unit of work: what a first append made durable, a second could not take back by failing.
    Append begin(List<NewEvent> events) {
        if (begun) throw new IllegalStateException("A unit of work appends once; this is its second append");
        begun = true;
        return new Append(events, expected, receipt, dataKeys, attempts);
    }

    /// Tells what became of it.
    public void end(AppendOutcome outcome) {
        this.outcome = outcome;
    }
}
