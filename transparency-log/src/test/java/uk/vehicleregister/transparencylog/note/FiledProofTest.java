package uk.vehicleregister.transparencylog.note;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.transparencylog.MalformedException;
import uk.vehicleregister.transparencylog.RefusedException;
import uk.vehicleregister.transparencylog.merkle.Reference;

class FiledProofTest {

    private static final int SIZE = 13;

    @Test
    void a_filed_proof_has_the_lines_of_the_specification() {
        String[] lines = proof(4, "note".getBytes(UTF_8)).toString().split("\n", -1);
        assertThat(lines[0]).isEqualTo("c2sp.org/tlog-proof@v1");
        assertThat(lines[1]).isEqualTo("extra bm90ZQ==");
        assertThat(lines[2]).isEqualTo("index 4");
        assertThat(lines[3]).isEqualTo(Reference.leaf(5).toString());
        assertThat(lines[7]).isEmpty();
        assertThat(lines[8]).isEqualTo(Keys.ORIGIN);
        assertThat(proof(0, null).toString()).startsWith("c2sp.org/tlog-proof@v1\nindex 0\n");
    }

    @Test
    void every_leaf_is_proved_from_its_file_alone() {
        for (int position = 0; position < SIZE; position++) {
            FiledProof proof = proof(position, position % 2 == 0 ? null : new byte[] {1});
            FiledProof read = FiledProof.parse(proof.bytes());
            assertThat(read).isEqualTo(proof);
            assertThat(read.bytes()).isEqualTo(proof.bytes());
            assertThat(read.verify(Reference.leaf(position), Keys.POLICY).size())
                    .isEqualTo(SIZE);
            assertThatThrownBy(() -> read.verify(Reference.leaf(99), Keys.POLICY))
                    .isInstanceOf(RefusedException.class);
        }
    }

    /// One bit of the file is flipped: it is refused, except in `extra`, which nothing proves.
    @Test
    void any_bit_flipped_in_the_file_is_refused() {
        byte[] file = proof(4, null).bytes();
        for (int bit = 0; bit < file.length * 8; bit++) {
            byte[] flipped = file.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            assertThatThrownBy(() -> FiledProof.parse(flipped).verify(Reference.leaf(4), Keys.POLICY))
                    .as("bit %d", bit)
                    .isInstanceOfAny(MalformedException.class, RefusedException.class);
        }
    }

    @Test
    void a_file_cut_off_anywhere_is_refused() {
        byte[] file = proof(4, new byte[] {1, 2}).bytes();
        for (int length = 0; length < file.length; length++) {
            byte[] cut = Arrays.copyOf(file, length);
            assertThatThrownBy(() -> FiledProof.parse(cut).verify(Reference.leaf(4), Keys.POLICY))
                    .as("length %d", length)
                    .isInstanceOfAny(MalformedException.class, RefusedException.class);
        }
    }

    @Test
    void what_is_no_filed_proof_is_refused_with_the_line() {
        String file = proof(4, "note".getBytes(UTF_8)).toString();
        malformed(file.replace("@v1", "@v2"), "line 1");
        malformed(file.replace("extra bm90ZQ==", "extra bm90ZR=="), "line 2");
        malformed(file.replace("extra bm90ZQ==", "extra "), "line 2");
        malformed(file.replace("extra bm90ZQ==", "extra\u00a0bm90ZQ=="), "line 2");
        malformed(file.replace("index 4", "index 04"), "line 3");
        malformed(file.replace("index 4", "index -4"), "line 3");
        malformed(file.replace("index 4", "index"), "line 3");
        malformed(file.replace("index 4\n", ""), "line 3");
        malformed(file.replace("index 4", "index 4\nindex 4"), "line 4");
        String hash = Reference.leaf(1) + "\n";
        malformed(file.replace("index 4\n", "index 4\n" + hash.repeat(60)), "line 67: is one hash more than the 63");
        malformed(
                file.replace(
                        "index 4\n", "index 4\n" + hash.toLowerCase(Locale.ROOT).substring(1)),
                "line 4");
        malformed(file.substring(0, file.indexOf("\n\n") + 1), "line 8: is missing");
        malformed(file + "x\n", "line 15");
        malformed(
                file.replace("13\n", "13\n" + "x".repeat(SignedNote.MOST_BYTES)),
                "line 9: begins a note that is too long");
        malformed(file.replace("extra bm90ZQ==", "extra " + "A".repeat(FiledProof.MOST_BYTES)), "longer than 4000000");
    }

    @Test
    void the_number_of_a_line_is_counted_in_the_file_and_not_in_the_note() {
        String file = proof(4, null).toString();
        malformed(file.replace("\u2014 witness", "- witness"), "line 13");
    }

    private static FiledProof proof(int position, byte[] extra) {
        return new FiledProof(extra, position, new Reference().path(position, SIZE), Keys.cosigned(SIZE));
    }

    private static void malformed(String file, String message) {
        assertThatThrownBy(() -> FiledProof.parse(file.getBytes(UTF_8)))
                .isInstanceOf(MalformedException.class)
                .hasMessageContaining(message);
    }
}
