package uk.vehicleregister.command.desk;

import java.util.List;
import java.util.UUID;
import uk.vehicleregister.kernel.event.Fact;

/// The events of one command as they stand in the log. Every answer is built from this, so the first answer and a
/// replayed one are the same.
public record RecordedTransaction(UUID transactionId, long position, List<Fact> facts) {

    /// The one fact of this kind.
    public <F extends Fact> F the(Class<F> kind) {
        return facts.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "transaction " + transactionId + " holds no " + kind.getSimpleName()));
    }
}
