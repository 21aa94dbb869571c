package uk.vehicleregister.program.audit;

import java.util.Random;

/// Whether each stream counts its events 0, 1, 2 and so on, in memory that does not grow beyond a bound: of a stream it
/// keeps a fingerprint of 61 bits under a random key of its own, and the version that is due. Two streams of the six
/// million that fit have the same fingerprint in one run of some thousands; a fault that a second run does not repeat
/// was that. Streams that begin when the table is full are not followed, and are counted.
final class StreamVersions {

    private static final long PRIME = (1L << 61) - 1;
    private static final int FIRST_SLOTS = 1 << 12;

    private final int most;
    private final long key;
    private long[] fingerprints = new long[FIRST_SLOTS];
    private int[] due = new int[FIRST_SLOTS];
    private int followed;
    private long notFollowed;

    StreamVersions() {
        this(6_000_000);
    }

    StreamVersions(int most) {
        this.most = most;
        this.key = new Random().nextLong(1L << 32, PRIME);
    }

    int followed() {
        return followed;
    }

    long notFollowed() {
        return notFollowed;
    }

    /// The version that was due when this one is another, or -1 when it is as it should be.
    long other(String stream, long version) {
        long fingerprint = fingerprint(stream);
        int slot = slot(fingerprints, fingerprint);
        if (fingerprints[slot] == 0) {
            if (followed >= most) {
                if (version == 0) notFollowed++;
                return -1;
            }
            if (version != 0) return 0;
            fingerprints[slot] = fingerprint;
            due[slot] = 1;
            if (++followed > fingerprints.length / 4 * 3) grow();
            return -1;
        }
        if (version != due[slot]) return due[slot];
        due[slot]++;
        return -1;
    }

    private void grow() {
        long[] more = new long[2 * fingerprints.length];
        int[] moreDue = new int[more.length];
        for (int i = 0; i < fingerprints.length; i++) {
            if (fingerprints[i] == 0) continue;
            int slot = slot(more, fingerprints[i]);
            more[slot] = fingerprints[i];
            moreDue[slot] = due[i];
        }
        fingerprints = more;
        due = moreDue;
    }

    private static int slot(long[] table, long fingerprint) {
        int slot = (int) (fingerprint ^ fingerprint >>> 32) & table.length - 1;
        while (table[slot] != 0 && table[slot] != fingerprint) slot = slot + 1 & table.length - 1;
        return slot;
    }

    /// A polynomial in the key over the characters, modulo a prime; never 0.
    private long fingerprint(String stream) {
        long value = stream.length() + 1;
        for (int i = 0; i < stream.length(); i++) {
            long high = Math.multiplyHigh(value, key);
            long low = value * key;
            long sum = (low & PRIME) + (low >>> 61 | high << 3) + stream.charAt(i);
            value = (sum & PRIME) + (sum >>> 61);
            if (value >= PRIME) value -= PRIME;
        }
        return value + 1;
    }
}
