package uk.vehicleregister.eventstore.log;

import java.time.Duration;

/// How often one may be wrong: tries 1 to `limit` may fail, the next try of any kind starts a lock of length `lock`
/// (zero: until the window ends), which further tries do not lengthen. The counter is forgotten `window` after its
/// first failure, and when its lock has ended.
public record AttemptRule(int limit, Duration window, Duration lock) {

    public AttemptRule {
        if (limit < 1 || !window.isPositive() || lock.isNegative())
            throw new IllegalArgumentException(
                    "An attempt rule needs a limit, a window and a lock that is not negative");
    }
}
