package uk.vehicleregister.benchmarks.campaign.linear;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Whether there is one order of what overlapping clients did in which every answer is right, and in which whatever had
/// returned before another began comes before it (Herlihy and Wing 1990). Searched as Wing and Gong do (1993), with
/// Lowe's memory of what was tried before: the same operations done and the same register after them.
final class Linearizability {

    private record Tried(BitSet done, Street street) {}

    /// A try that may be taken back.
    private record Step(int operation, Street before, int next) {}

    private final List<Operation> history;
    private final Set<Tried> tried = new HashSet<>();

    private Linearizability(List<Operation> history) {
        this.history = history.stream()
                .sorted(Comparator.comparingLong(Operation::invoked))
                .toList();
    }

    /// @param first the register before all of it
    static boolean holds(Street first, List<Operation> history) {
        return new Linearizability(history).search(first);
    }

    private boolean search(Street first) {
        Deque<Step> taken = new ArrayDeque<>();
        BitSet done = new BitSet(history.size());
        Street street = first;
        int candidate = done.nextClearBit(0);
        while (done.cardinality() < history.size()) {
            Optional<Street> after = street.after(history.get(candidate).did());
            if (after.isPresent() && isNew(done, candidate, after.get())) {
                taken.push(new Step(candidate, street, done.nextClearBit(candidate + 1)));
                done.set(candidate);
                street = after.get();
                candidate = done.nextClearBit(0);
            } else {
                candidate = done.nextClearBit(candidate + 1);
                while (!begunInTime(candidate, done)) {
                    if (taken.isEmpty()) return false;
                    Step back = taken.pop();
                    done.clear(back.operation());
                    street = back.before();
                    candidate = back.next();
                }
            }
        }
        return true;
    }

    /// Nothing that is left had returned before it began; if this one comes too late, so does every later one.
    private boolean begunInTime(int candidate, BitSet done) {
        if (candidate >= history.size()) return false;
        long begun = history.get(candidate).invoked();
        for (int other = done.nextClearBit(0); other < candidate; other = done.nextClearBit(other + 1))
            if (history.get(other).returned() < begun) return false;
        return true;
    }

    private boolean isNew(BitSet done, int candidate, Street street) {
        BitSet more = (BitSet) done.clone();
        more.set(candidate);
        return tried.add(new Tried(more, street));
    }
}
