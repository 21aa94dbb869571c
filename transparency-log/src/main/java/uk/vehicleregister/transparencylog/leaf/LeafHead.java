package uk.vehicleregister.transparencylog.leaf;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// All of a leaf's bytes before payload and metadata, written into one array that is used again for the next leaf.
final class LeafHead {

    /// The format and its version, so that no other use of SHA-256 and no later format makes the same bytes.
    static final byte[] TAG = "vehicle-register/leaf/v1\n".getBytes(StandardCharsets.US_ASCII);

    static final int POSITION = TAG.length;
    static final int EVENT_ID = POSITION + 8;
    static final int VERSION = EVENT_ID + 16;
    static final int RECORDED_AT = VERSION + 8;
    static final int ENDS_TRANSACTION = RECORDED_AT + 8;
    static final int LENGTHS = ENDS_TRANSACTION + 1;
    static final int FIXED_BYTES = LENGTHS + 5 * 4;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private byte[] bytes = Arrays.copyOf(TAG, 512);
    private int length;

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    LeafHead write(EventLeaf leaf) {
        LONG.set(bytes, POSITION, leaf.position());
        LONG.set(bytes, EVENT_ID, leaf.eventId().getMostSignificantBits());
        LONG.set(bytes, EVENT_ID + 8, leaf.eventId().getLeastSignificantBits());
        LONG.set(bytes, VERSION, leaf.version());
        LONG.set(bytes, RECORDED_AT, leaf.recordedAtMicros());
        bytes[ENDS_TRANSACTION] = (byte) (leaf.endsTransaction() ? 1 : 0);
        length = FIXED_BYTES;
        int stream = text(leaf.stream(), "stream"); // each may put a larger array in the place of the old one
        int type = text(leaf.type(), "type");
        int revision = text(leaf.revision(), "revision");
        INT.set(bytes, LENGTHS, stream);
        INT.set(bytes, LENGTHS + 4, type);
        INT.set(bytes, LENGTHS + 8, revision);
        INT.set(bytes, LENGTHS + 12, leaf.payload().length);
        INT.set(bytes, LENGTHS + 16, leaf.metadata().length);
        return this;
    }

    /// Writes the text as UTF-8 and returns how many bytes that took.
    private int text(String text, String name) {
        int chars = text.length();
        reserve(chars);
        for (int i = 0; i < chars; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) return beyondAscii(text, name);
            bytes[length + i] = (byte) c;
        }
        length += chars;
        return chars;
    }

    private int beyondAscii(String text, String name) {
        try {
            // Not String.getBytes: that writes the same question mark for every half of a pair.
            var encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            int count = encoded.remaining();
            reserve(count);
            encoded.get(bytes, length, count);
            length += count;
            return count;
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(name + " has half of a surrogate pair", e);
        }
    }

    private void reserve(int more) {
        if (bytes.length - length < more) bytes = Arrays.copyOf(bytes, Math.addExact(length, more) + 512);
    }
}
