package uk.vehicleregister.query.mail;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// When to try again: after one minute, two, four... at most six hours, each a tenth more or less, so that mails that
/// failed together do not come back together. Twenty-one tries span 72 hours, which outlasts a weekend.
final class BackOff {

    static final int TRIES = 21;

    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(6);
    private static final int DOUBLINGS = 9; // 2 to the 9th minutes are more than the longest
    private static final double JITTER = 0.1;

    private BackOff() {}

    /// @param triesLeft after the try that failed
    static Duration after(int triesLeft, RandomGenerator chance) {
        int failed = Math.clamp(TRIES - triesLeft, 1, TRIES);
        Duration plain = FIRST.multipliedBy(1L << Math.min(failed - 1, DOUBLINGS));
        if (plain.compareTo(LONGEST) > 0) plain = LONGEST;
        return Duration.ofMillis((long) (plain.toMillis() * (1 - JITTER + 2 * JITTER * chance.nextDouble())));
    }
}
