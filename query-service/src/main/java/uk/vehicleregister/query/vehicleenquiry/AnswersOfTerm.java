package uk.vehicleregister.query.vehicleenquiry;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The answers kept in one term, by mark, as many as there is room for: whatever came first goes first. One thread at a
/// time writes, any number read.
final class AnswersOfTerm {

    /// Bytes of heap that an answer takes beside its chars: the entry of the map and its slot, the mark as a number,
    /// the
    /// array's head, the place in the order of coming.
    static final int BESIDE = 90;

    private static final int DAYS = 2;
    private static final char FOR_EVER = Character.MAX_VALUE;
    private static final char[] NONE = {};
    private static final int LONGEST_MARK = 8;
    private static final int SIGNS = 36;

    private final long term;
    private final long room;
    private final Pieces pieces;
    private final Map<Long, char[]> answers = new ConcurrentHashMap<>();
    private final ArrayDeque<Long> inOrder = new ArrayDeque<>();
    private long weight;

    AnswersOfTerm(long term, long room, Pieces pieces) {
        this.term = term;
        this.room = room;
        this.pieces = pieces;
    }

    long term() {
        return term;
    }

    byte @Nullable [] of(String mark, LocalDate day) {
        Long key = key(mark);
        char[] packed = key == null ? null : answers.get(key);
        if (packed == null || packed.length == 0) return null;
        long today = day.toEpochDay();
        return today < packed[0] || today > packed[1] && packed[1] != FOR_EVER
                ? null
                : pieces.unpack(mark, packed, DAYS);
    }

    /// @param from the first day on which this is the answer, `until` the last one
    void keep(String mark, byte[] json, LocalDate from, LocalDate until) {
        Long key = key(mark);
        char[] packed = key == null ? null : pieces.pack(mark, json, DAYS);
        if (key == null || packed == null) return;
        packed[0] = day(from);
        packed[1] = until.equals(LocalDate.MAX) ? FOR_EVER : day(until);
        char[] before = answers.put(key, packed);
        if (before == null) inOrder.add(key);
        weight += weight(packed) - weight(before);
        while (weight > room) weight -= weight(answers.remove(inOrder.remove()));
    }

    /// Its place in the order stays its own, so that there is no mark twice in it.
    void forget(String mark) {
        Long key = key(mark);
        char[] before = key == null ? null : answers.get(key);
        if (key == null || before == null) return;
        answers.put(key, NONE);
        weight += weight(NONE) - weight(before);
    }

    /// But for a fiftieth, which is left to what changes and to what is asked for.
    boolean isFull() {
        return room - weight <= room / 50;
    }

    private static long weight(char @Nullable [] packed) {
        return packed == null ? 0 : BESIDE + 2L * packed.length;
    }

    /// Days since 1970, so until 2149; an answer that holds for longer is looked up again then.
    private static char day(LocalDate day) {
        return (char) Math.clamp(day.toEpochDay(), 0, FOR_EVER - 1);
    }

    /// Letters and digits as a number, the same for no two marks; null when it is none.
    private static @Nullable Long key(String mark) {
        if (mark.length() > LONGEST_MARK) return null;
        long key = 0;
        for (int i = 0; i < mark.length(); i++) {
            char c = mark.charAt(i);
            int sign = c >= '0' && c <= '9' ? c - '0' : c >= 'A' && c <= 'Z' ? c - 'A' + 10 : SIGNS;
            if (sign == SIGNS) return null;
            key = key * (SIGNS + 1) + sign + 1;
        }
        return key;
    }
}
