package uk.vehicleregister.kernel.paper;

import java.util.random.RandomGenerator;

/// Random digits, each as likely as any other.
final class Digits {

    private Digits() {}

    static String draw(int count, RandomGenerator random) {
        StringBuilder digits = new StringBuilder(count);
        for (int i = 0; i < count; i++) digits.append((char) ('0' + random.nextInt(10)));
        return digits.toString();
    }
}
