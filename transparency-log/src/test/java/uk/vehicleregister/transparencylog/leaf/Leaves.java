package uk.vehicleregister.transparencylog.leaf;

import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/// Leaves of every kind: texts of any letters, empty or long, times before 1970, payloads of any bytes.
final class Leaves {

    private Leaves() {}

    static EventLeaf one() {
        return new EventLeaf(7, new UUID(1, 2), "vehicle-1", 3, "KeeperChanged", "2", 1_000_001, true, b("p"), b("m"));
    }

    static Arbitrary<EventLeaf> any() {
        Arbitrary<Long> longs = Arbitraries.longs();
        Arbitrary<String> texts = Arbitraries.oneOf(
                Arbitraries.strings().ascii().ofMaxLength(40),
                Arbitraries.strings().withChars("a\u00e9\u20ac\u0000").ofMaxLength(900),
                Arbitraries.of("", "x", "\ud83d\ude97"));
        Arbitrary<byte[]> bytes = Arbitraries.bytes().array(byte[].class).ofMaxSize(300);
        return Combinators.combine(
                        Arbitraries.longs().greaterOrEqual(0),
                        Combinators.combine(longs, longs).as(UUID::new),
                        texts,
                        Combinators.combine(longs, longs).as((a, b) -> new long[] {a, b}),
                        texts,
                        texts,
                        Arbitraries.of(true, false),
                        Combinators.combine(bytes, bytes).as((a, b) -> new byte[][] {a, b}))
                .as((position, id, stream, numbers, type, revision, ends, parts) -> new EventLeaf(
                        position, id, stream, numbers[0], type, revision, numbers[1], ends, parts[0], parts[1]));
    }

    static byte[] b(String text) {
        return text.getBytes();
    }
}
