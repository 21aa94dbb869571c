package uk.vehicleregister.transparencylog.note;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.transparencylog.MalformedException;
import uk.vehicleregister.transparencylog.RefusedException;
import uk.vehicleregister.transparencylog.merkle.Reference;

/// Checkpoints and filed proofs whose lines are swapped, left out, doubled or cut: none is believed. Only the
/// signatures may stand in any order, and may be there twice.
class ReorderedTest {

    private static final Consumer<byte[]> CHECKPOINT = bytes -> Keys.POLICY.verify(SignedNote.parse(bytes));
    private static final Consumer<byte[]> PROOF =
            bytes -> FiledProof.parse(bytes).verify(Reference.leaf(4), Keys.POLICY);

    private final byte[] checkpoint = Keys.cosigned(13).bytes();
    private final byte[] proof = new FiledProof(null, 4, new Reference().path(4, 13), Keys.cosigned(13)).bytes();

    @Test
    void a_checkpoint_with_lines_swapped_left_out_or_doubled_is_refused() {
        rearranged(checkpoint, CHECKPOINT);
    }

    @Test
    void a_filed_proof_with_lines_swapped_left_out_or_doubled_is_refused() {
        rearranged(proof, PROOF);
    }

    @Test
    void a_checkpoint_cut_off_anywhere_is_refused() {
        for (int length = 0; length < checkpoint.length; length++) {
            refused(CHECKPOINT, Arrays.copyOf(checkpoint, length), "cut at " + length);
        }
    }

    private static void rearranged(byte[] right, Consumer<byte[]> reader) {
        reader.accept(right);
        List<String> lines = new String(right, UTF_8).lines().toList();
        int signatures = lines.size() - 2;
        for (int i = 0; i < lines.size(); i++) {
            List<String> without = new ArrayList<>(lines);
            without.remove(i);
            refused(reader, join(without), "without line " + i);
            if (i < signatures) {
                List<String> twice = new ArrayList<>(lines);
                twice.add(i, lines.get(i));
                refused(reader, join(twice), "line twice " + i);
            }
            for (int j = i + 1; j < lines.size(); j++) {
                if (i >= signatures || lines.get(i).equals(lines.get(j))) continue;
                List<String> swapped = new ArrayList<>(lines);
                Collections.swap(swapped, i, j);
                refused(reader, join(swapped), "swapped " + i + " and " + j);
            }
        }
        List<String> otherOrder = new ArrayList<>(lines);
        Collections.swap(otherOrder, signatures, signatures + 1);
        otherOrder.add(lines.getLast());
        reader.accept(join(otherOrder));
    }

    private static byte[] join(List<String> lines) {
        return (String.join("\n", lines) + "\n").getBytes(UTF_8);
    }

    private static void refused(Consumer<byte[]> reader, byte[] bytes, String how) {
        assertThatThrownBy(() -> reader.accept(bytes))
                .as(how)
                .isInstanceOfAny(MalformedException.class, RefusedException.class);
    }
}
