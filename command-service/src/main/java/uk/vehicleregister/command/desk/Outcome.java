package uk.vehicleregister.command.desk;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import uk.vehicleregister.kernel.event.FeePurpose;
import uk.vehicleregister.kernel.refusal.RefusalCode;
import uk.vehicleregister.kernel.vehicle.Warning;

/// What became of a command once the log has spoken.
public sealed interface Outcome {

    /// Durable, now or at an earlier try with the same idempotency key.
    record Done(RecordedTransaction transaction) implements Outcome {}

    record Refused(RefusalCode code, List<Warning> warnings) implements Outcome {}

    /// The application waits for a registrar.
    record UnderReview(UUID transactionId, long position) implements Outcome {}

    /// Too many wrong tries, of this client or for this mark.
    ///
    /// @param counter the name of the counter that is full
    record LockedOut(RefusalCode code, String counter, Duration retryAfter) implements Outcome {}

    /// The fee is claimed in the log; the provider may now be asked.
    record PaymentDue(UUID transactionId, FeePurpose purpose, int pence) implements Outcome {}

    /// The provider did not say whether it took the fee; nothing moved, and the same key tells later.
    record PaymentUnknown(UUID transactionId) implements Outcome {}

    /// What the decision leaned on has moved meanwhile; it has to be taken again.
    record Stale(Set<String> streams) implements Outcome {}

    static Outcome refused(RefusalCode code) {
        return new Refused(code, List.of());
    }
}
