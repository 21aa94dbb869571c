package uk.vehicleregister.query.vehicleenquiry;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Answers in little room. Their text consists of pieces that many vehicles have in common, like
/// `,"fuelType":"PETROL"`; each piece is held once, and an answer is the numbers of its pieces, without its mark. Where
/// a text is cut does not matter: put together it is the same, byte for byte.
final class Pieces {

    /// A number has 16 bits.
    private static final int MOST = 1 << 16;

    private static final byte[] BEFORE_MARK = "{\"registrationNumber\":\"".getBytes(StandardCharsets.US_ASCII);

    private final Map<String, Integer> numbers = new HashMap<>();
    private volatile byte[][] pieces = new byte[256][];

    /// The pieces' numbers after so many chars that are the caller's; null when the text does not begin with the mark,
    /// or has a piece for which there is no number any more.
    synchronized char @Nullable [] pack(String mark, byte[] json, int callers) {
        byte[] begin = begin(mark);
        if (!startsWith(json, begin)) return null;
        char[] packed = new char[callers + count(json, begin.length)];
        int at = callers;
        for (int from = begin.length, to; from < json.length; from = to) {
            to = end(json, from);
            int number = number(new String(json, from, to - from, StandardCharsets.ISO_8859_1));
            if (number == MOST) return null;
            packed[at++] = (char) number;
        }
        return packed;
    }

    /// The text again.
    byte[] unpack(String mark, char[] packed, int callers) {
        byte[][] known = pieces;
        byte[] begin = begin(mark);
        int length = begin.length;
        for (int i = callers; i < packed.length; i++) length += known[packed[i]].length;
        byte[] json = Arrays.copyOf(begin, length);
        int at = begin.length;
        for (int i = callers; i < packed.length; i++) {
            byte[] piece = known[packed[i]];
            System.arraycopy(piece, 0, json, at, piece.length);
            at += piece.length;
        }
        return json;
    }

    private int number(String piece) {
        Integer known = numbers.get(piece);
        if (known != null) return known;
        int number = numbers.size();
        if (number == MOST) return MOST;
        if (number == pieces.length) pieces = Arrays.copyOf(pieces, 2 * number);
        // whoever comes to know the number does so after this
        pieces[number] = piece.getBytes(StandardCharsets.ISO_8859_1);
        numbers.put(piece, number);
        return number;
    }

    private static int count(byte[] json, int from) {
        int count = 0;
        for (int at = from; at < json.length; at = end(json, at)) count++;
        return count;
    }

    /// Before the comma before the next field.
    private static int end(byte[] json, int from) {
        for (int i = from + 1; i + 1 < json.length; i++) if (json[i] == ',' && json[i + 1] == '"') return i;
        return json.length;
    }

    private static byte[] begin(String mark) {
        byte[] begin = new byte[BEFORE_MARK.length + mark.length()];
        System.arraycopy(BEFORE_MARK, 0, begin, 0, BEFORE_MARK.length);
        for (int i = 0; i < mark.length(); i++) begin[BEFORE_MARK.length + i] = (byte) mark.charAt(i);
        return begin;
    }

    private static boolean startsWith(byte[] text, byte[] begin) {
        return text.length > begin.length && Arrays.equals(text, 0, begin.length, begin, 0, begin.length);
    }
}
