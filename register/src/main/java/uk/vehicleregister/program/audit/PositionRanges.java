package uk.vehicleregister.program.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Positions in rising order, as the stretches they make; of very many stretches only the first are held.
final class PositionRanges {

    private static final int MOST = 1000;

    private final List<long[]> ranges = new ArrayList<>();
    private long last = -1;
    private long count;
    private long more;

    /// Greater than all before it.
    void add(long position) {
        boolean goesOn = count > 0 && position == last + 1;
        if (goesOn && more == 0) ranges.getLast()[1] = position;
        else if (!goesOn && ranges.size() < MOST) ranges.add(new long[] {position, position});
        else if (!goesOn) more++;
        last = position;
        count++;
    }

    long count() {
        return count;
    }

    /// The last position, -1 when there is none.
    long last() {
        return last;
    }

    /// First and last position of each stretch.
    List<List<Long>> pairs() {
        return ranges.stream().map(range -> List.of(range[0], range[1])).toList();
    }

    /// Stretches that are not held.
    long more() {
        return more;
    }

    /// As `0-2, 17, 45-47`.
    String words(int most) {
        String words = ranges.stream()
                .limit(most)
                .map(range -> range[0] == range[1] ? "" + range[0] : range[0] + "-" + range[1])
                .collect(Collectors.joining(", "));
        long left = ranges.size() - Math.min(most, ranges.size()) + more;
        return left == 0 ? words : words + " and " + left + " stretches more, up to " + last;
    }
}
