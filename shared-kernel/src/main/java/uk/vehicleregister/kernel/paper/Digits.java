package uk.vehicleregister.kernel.paper;

import java.util.random.RandomGenerator;

/// Random digits, each as likely as any other.
final class Digits {

    private Digits() {}

    /// Drawn at once: whoever draws from a source that is shared waits for it once.
    ///
    /// @param count 18 at most
    static String draw(int count, RandomGenerator random) {
        long numbers = 1;
        for (int i = 0; i < count; i++) numbers *= 10;
        // what stands before the number gives it its zeros in front
        return Long.toString(numbers + random.nextLong(numbers)).substring(1);
    }
}
