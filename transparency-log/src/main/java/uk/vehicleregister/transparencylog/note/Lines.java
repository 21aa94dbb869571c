package uk.vehicleregister.transparencylog.note;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.transparencylog.MalformedException;
import uk.vehicleregister.transparencylog.merkle.Hash;

/// A text read line by line, each ended by a newline, with the number of the line for whoever has to mend it.
final class Lines {

    private final String text;
    private int at;
    private int line;

    private Lines(String text, int firstLine) {
        this.text = text;
        this.line = firstLine;
    }

    /// Lines of UTF-8 without other control characters, as C2SP signed-note asks of a whole note.
    static Lines of(byte[] bytes, int most) {
        if (bytes.length > most) throw new MalformedException("is longer than " + most + " bytes", "text");
        Lines lines = new Lines(decode(bytes), 1);
        lines.checkControls();
        return lines;
    }

    static Lines of(String text, int firstLine) {
        Lines lines = new Lines(text, firstLine);
        lines.checkControls();
        return lines;
    }

    private static String decode(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(in).toString();
        } catch (CharacterCodingException e) {
            throw new MalformedException("is not UTF-8", "text");
        }
    }

    private void checkControls() {
        int newlines = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') newlines++;
            else if (c < ' ') throw new MalformedException("has a control character", "line " + (line + newlines));
        }
    }

    int line() {
        return line;
    }

    boolean atEnd() {
        return at == text.length();
    }

    /// The next line without its newline.
    String next() {
        int end = text.indexOf('\n', at);
        if (atEnd()) throw wrong("is missing");
        if (end < 0) throw wrong("does not end with a newline");
        String next = text.substring(at, end);
        at = end + 1;
        line++;
        return next;
    }

    /// All that has not been read yet.
    String rest() {
        String rest = text.substring(at);
        at = text.length();
        return rest;
    }

    /// The exception to throw about the line that comes next.
    MalformedException wrong(String what) {
        return new MalformedException(what, "line " + line);
    }

    /// The exception to throw about the line that was read last.
    MalformedException wrongBefore(String what) {
        return new MalformedException(what, "line " + (line - 1));
    }

    /// A whole number as C2SP writes sizes and positions: figures, no leading zeroes, not above 2^63 - 1.
    long number(String figures, String name) {
        boolean plain = !figures.isEmpty() && figures.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!plain || (figures.length() > 1 && figures.charAt(0) == '0')) {
            throw wrongBefore("has a " + name + " that is not a plain decimal number");
        }
        try {
            return Long.parseLong(figures);
        } catch (NumberFormatException e) {
            throw wrongBefore("has a " + name + " above 2^63 - 1");
        }
    }

    Hash hash(String base64) {
        byte[] bytes = base64.length() == 44 ? base64(base64) : new byte[0];
        if (bytes.length != Hash.BYTES) throw wrongBefore("is not the base64 of 32 bytes");
        return Hash.of(bytes);
    }

    byte[] base64(String base64) {
        byte[] bytes = strictBase64(base64);
        if (bytes == null) throw wrongBefore("has base64 that is not as RFC 4648 writes it");
        return bytes;
    }

    /// The bytes, or null unless this is the one way in which RFC 4648, section 4 writes them.
    static byte @Nullable [] strictBase64(String base64) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            return Base64.getEncoder().encodeToString(bytes).equals(base64) ? bytes : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
