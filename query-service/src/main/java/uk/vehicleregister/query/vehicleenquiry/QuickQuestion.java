package uk.vehicleregister.query.vehicleenquiry;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// The plainest form of the question, `{"registrationNumber":"AB51CDE"}`, read without a JSON parser. Whatever is any
/// different, right or wrong, is not read here.
final class QuickQuestion {

    private static final byte[] FIELD = "\"registrationNumber\"".getBytes(StandardCharsets.US_ASCII);
    private static final int LONGEST = 8;

    private final byte[] body;
    private int at;

    private QuickQuestion(byte[] body) {
        this.body = body;
    }

    /// Upper case; null when it is not the plainest form.
    static @Nullable String mark(byte[] body) {
        return new QuickQuestion(body).mark();
    }

    private @Nullable String mark() {
        if (!next('{') || !field() || !next(':') || !next('"')) return null;
        byte[] mark = new byte[LONGEST];
        int length = 0;
        while (at < body.length && isAlphanumeric(body[at])) {
            if (length == LONGEST) return null;
            mark[length++] = upper(body[at++]);
        }
        if (length == 0 || at == body.length || body[at++] != '"' || !next('}')) return null;
        skipSpace();
        return at == body.length ? new String(mark, 0, length, StandardCharsets.ISO_8859_1) : null;
    }

    private boolean next(char wanted) {
        skipSpace();
        return at < body.length && body[at++] == wanted;
    }

    private boolean field() {
        skipSpace();
        int end = at + FIELD.length;
        if (end > body.length || !java.util.Arrays.equals(body, at, end, FIELD, 0, FIELD.length)) return false;
        at = end;
        return true;
    }

    private void skipSpace() {
        while (at < body.length && (body[at] == ' ' || body[at] == '\n' || body[at] == '\r' || body[at] == '\t')) at++;
    }

    private static boolean isAlphanumeric(byte b) {
        return b >= '0' && b <= '9' || b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z';
    }

    private static byte upper(byte b) {
        return b >= 'a' && b <= 'z' ? (byte) (b - 'a' + 'A') : b;
    }
}
