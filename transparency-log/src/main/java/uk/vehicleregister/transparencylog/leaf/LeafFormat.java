package uk.vehicleregister.transparencylog.leaf;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import uk.vehicleregister.transparencylog.MalformedException;

/// A leaf as bytes and back, so that what a proof was filed with can be read (docs/transparency-log.md).
public final class LeafFormat {

    private LeafFormat() {}

    public static byte[] encode(EventLeaf leaf) {
        LeafHead head = new LeafHead().write(leaf);
        int all = Math.addExact(Math.addExact(head.length(), leaf.payload().length), leaf.metadata().length);
        return ByteBuffer.allocate(all)
                .put(head.bytes(), 0, head.length())
                .put(leaf.payload())
                .put(leaf.metadata())
                .array();
    }

    /// Reads what [#encode] writes, and nothing else.
    public static EventLeaf decode(byte[] encoded) {
        if (!Arrays.equals(
                encoded, 0, Math.min(encoded.length, LeafHead.TAG.length), LeafHead.TAG, 0, LeafHead.TAG.length)) {
            throw new MalformedException("does not begin with the tag of a leaf", "byte 0");
        }
        if (encoded.length < LeafHead.FIXED_BYTES) throw new MalformedException("is cut off", "byte " + encoded.length);
        ByteBuffer in = ByteBuffer.wrap(encoded).position(LeafHead.POSITION);
        long position = in.getLong();
        if (position < 0) throw new MalformedException("is negative", "position");
        UUID eventId = new UUID(in.getLong(), in.getLong());
        long version = in.getLong();
        long recordedAtMicros = in.getLong();
        byte ends = in.get();
        if (ends != 0 && ends != 1) throw new MalformedException("is neither 0 nor 1", "end of transaction");
        int[] lengths = new int[5];
        long all = LeafHead.FIXED_BYTES;
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = in.getInt();
            if (lengths[i] < 0) throw new MalformedException("is too large", "length " + i);
            all += lengths[i];
        }
        if (all != encoded.length) {
            throw new MalformedException("add up to " + all + " bytes of " + encoded.length, "lengths");
        }
        return new EventLeaf(
                position,
                eventId,
                text(in, lengths[0], "stream"),
                version,
                text(in, lengths[1], "type"),
                text(in, lengths[2], "revision"),
                recordedAtMicros,
                ends == 1,
                bytes(in, lengths[3]),
                bytes(in, lengths[4]));
    }

    private static String text(ByteBuffer in, int length, String name) {
        try {
            ByteBuffer text = in.slice(in.position(), length);
            in.position(in.position() + length);
            return StandardCharsets.UTF_8.newDecoder().decode(text).toString();
        } catch (CharacterCodingException e) {
            throw new MalformedException("is not UTF-8", name);
        }
    }

    private static byte[] bytes(ByteBuffer in, int length) {
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }
}
