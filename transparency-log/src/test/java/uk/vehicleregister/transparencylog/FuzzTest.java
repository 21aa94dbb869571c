package uk.vehicleregister.transparencylog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.transparencylog.leaf.LeafFormat;
import uk.vehicleregister.transparencylog.note.AddCheckpoint;
import uk.vehicleregister.transparencylog.note.Checkpoint;
import uk.vehicleregister.transparencylog.note.FiledProof;
import uk.vehicleregister.transparencylog.note.NoteSignature;
import uk.vehicleregister.transparencylog.note.SignedNote;
import uk.vehicleregister.transparencylog.note.SigningKey;
import uk.vehicleregister.transparencylog.note.VerifierKey;
import uk.vehicleregister.transparencylog.tile.Tile;

/// Whatever is handed to a parser, it reads it or says [MalformedException], never with the input in it; and
/// what it read it writes back byte for byte, so that there is one way to write a thing.
class FuzzTest {

    private static final Map<String, Function<byte[], byte[]>> PARSERS = Map.of(
            "note", in -> SignedNote.parse(in).bytes(),
            "checkpoint", in -> Checkpoint.parse(text(in)).text().getBytes(UTF_8),
            "proof", in -> FiledProof.parse(in).bytes(),
            "request", in -> AddCheckpoint.parse(in).bytes(),
            "signatures", in -> lines(NoteSignature.parseAll(in)),
            "verifier key", in -> VerifierKey.parse(text(in)).toString().getBytes(UTF_8),
            "secret", in -> SigningKey.parse(text(in)).secret().getBytes(UTF_8),
            "tile", in -> Tile.parse(text(in)).path().getBytes(UTF_8),
            "leaf", in -> LeafFormat.encode(LeafFormat.decode(in)));

    private static final Set<String> OF_STRINGS = Set.of("checkpoint", "verifier key", "secret", "tile");
    private static final Map<String, List<byte[]>> SEEDS = FuzzSeeds.byParser();
    private static final List<byte[]> ALL =
            SEEDS.values().stream().flatMap(List::stream).toList();

    /// Mostly the parser's own input, mutated up to four times; at times another's. Each parser must be seen to
    /// read some and to refuse some, or this would prove nothing.
    @Property(tries = 40_000)
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void mutated_inputs(@ForAll("parsers") String parser, @ForAll Random random) {
        List<byte[]> own = SEEDS.get(parser);
        byte[] input =
                random.nextInt(10) == 0 ? ALL.get(random.nextInt(ALL.size())) : own.get(random.nextInt(own.size()));
        int rounds = random.nextInt(5);
        for (int i = 0; i < rounds; i++) input = mutate(input, random);
        Statistics.label(parser).collect(feed(parser, input));
        Statistics.label(parser).coverage(coverage -> {
            coverage.check(true).count(read -> read > 100);
            coverage.check(false).count(refused -> refused > 100);
        });
    }

    @Property(tries = 5_000)
    void random_bytes(@ForAll("parsers") String parser, @ForAll byte[] input) {
        feed(parser, input);
    }

    @Property(tries = 5_000)
    void random_letters(@ForAll("parsers") String parser, @ForAll String input) {
        feed(parser, input.getBytes(UTF_8));
    }

    @Test
    void right_inputs_are_read() {
        SEEDS.forEach((parser, seeds) ->
                seeds.forEach(seed -> assertThat(feed(parser, seed)).as(parser).isTrue()));
    }

    /// Was it read?
    private static boolean feed(String parser, byte[] input) {
        byte[] written;
        try {
            written = PARSERS.get(parser).apply(input);
        } catch (MalformedException e) {
            assertThat(e.getMessage()).hasSizeLessThan(200);
            assertThat(e.what()).isNotEmpty();
            assertThat(e.where()).isNotEmpty();
            return false;
        }
        assertThat(written).isEqualTo(canonical(parser, input));
        return true;
    }

    /// What a parser of strings was handed; the others are handed the bytes, and must refuse what is no UTF-8.
    private static byte[] canonical(String parser, byte[] input) {
        return OF_STRINGS.contains(parser) ? text(input).getBytes(UTF_8) : input;
    }

    private static byte[] mutate(byte[] in, Random random) {
        int at = in.length == 0 ? 0 : random.nextInt(in.length);
        int to = in.length == 0 ? 0 : at + random.nextInt(in.length - at);
        byte[] other = ALL.get(random.nextInt(ALL.size()));
        return switch (random.nextInt(9)) {
            case 0 -> splice(in, at, at, new byte[] {(byte) random.nextInt(256)});
            case 1 -> splice(in, at, Math.min(in.length, at + 1), new byte[] {(byte) random.nextInt(256)});
            case 2 ->
                splice(in, at, Math.min(in.length, at + 1), new byte[] {
                    (byte) (in.length == 0 ? 0 : in[at] ^ 1 << random.nextInt(8))
                });
            case 3 -> splice(in, at, to, new byte[0]);
            case 4 -> splice(in, at, at, Arrays.copyOfRange(in, at, to));
            case 5 -> splice(in, at, in.length, new byte[0]);
            case 6 -> splice(in, at, to, other);
            case 7 -> splice(in, at, at, "\n".getBytes(UTF_8));
            default -> splice(in, at, at, Long.toString(random.nextLong()).getBytes(UTF_8));
        };
    }

    private static byte[] splice(byte[] in, int from, int to, byte[] with) {
        byte[] out = new byte[in.length - (to - from) + with.length];
        System.arraycopy(in, 0, out, 0, from);
        System.arraycopy(with, 0, out, from, with.length);
        System.arraycopy(in, to, out, from + with.length, in.length - to);
        return out;
    }

    private static String text(byte[] in) {
        return new String(in, UTF_8);
    }

    private static byte[] lines(List<NoteSignature> signatures) {
        StringBuilder lines = new StringBuilder();
        signatures.forEach(signature -> lines.append(signature.line()));
        return lines.toString().getBytes(UTF_8);
    }

    @Provide
    Arbitrary<String> parsers() {
        return Arbitraries.of(PARSERS.keySet());
    }
}
