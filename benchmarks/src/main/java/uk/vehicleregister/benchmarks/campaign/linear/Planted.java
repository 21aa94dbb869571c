package uk.vehicleregister.benchmarks.campaign.linear;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.vehicleregister.benchmarks.campaign.linear.Operation.Read;

/// A history in which one answer is made wrong: a checker that takes it as right checks nothing.
final class Planted {

    /// One read that began after a change had returned, and that shows the papers from before it. Empty where nobody
    /// read what somebody had changed.
    static Optional<List<Operation>> staleRead(List<Operation> history) {
        for (Operation read : history) {
            if (!(read.did() instanceof Read now)) continue;
            Optional<Read> before = history.stream()
                    .filter(change -> change.returned() < read.invoked())
                    .filter(change -> now.reference().equals(next(change.did())))
                    .map(change -> new Read(
                            now.vehicle(), change.did().mark(), change.did().reference()))
                    .findFirst();
            if (before.isEmpty()) continue;
            List<Operation> planted = new ArrayList<>(history);
            planted.set(
                    history.indexOf(read), new Operation(read.client(), read.invoked(), read.returned(), before.get()));
            return Optional.of(planted);
        }
        return Optional.empty();
    }

    private static String next(Operation.Did did) {
        return switch (did) {
            case Operation.KeeperChanged f -> f.next();
            case Operation.Retained f -> f.next();
            case Operation.Assigned f -> f.next();
            case Operation.NotMatched _, Operation.CertificateNotMatched _, Read _ -> "";
        };
    }

    private Planted() {}
}
