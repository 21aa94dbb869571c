package uk.vehicleregister.transparencylog.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.transparencylog.MalformedException;
import uk.vehicleregister.transparencylog.RefusedException;
import uk.vehicleregister.transparencylog.RefusedException.Reason;

/// The vectors are those of Go's sumdb/note and of C2SP signed-note.
class SignedNoteTest {

    private static final String PETER_SECRET =
            "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
    private static final String PETER_PUBLIC = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    private static final String TEXT = """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.
            """;
    private static final String LINE =
            "\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
    private static final String WRONG_LINE = LINE.replace("RyyBwJnAM=", "RyyBwJnBM=");
    private static final String NOTE = TEXT + "\n" + LINE;

    private final VerifierKey peter = VerifierKey.parse(PETER_PUBLIC);

    @Test
    void the_key_of_the_reference_signs_the_reference_note_byte_for_byte() {
        SigningKey key = SigningKey.parse(PETER_SECRET);
        assertThat(SignedNote.sign(TEXT, key.author())).hasToString(NOTE);
        assertThat(key.secret()).isEqualTo(PETER_SECRET);
        assertThat(key.verifier()).isEqualTo(peter).hasToString(PETER_PUBLIC);
        assertThat(peter.id()).isEqualTo(0xc74f20a3);
        assertThat(key.toString()).doesNotContain("AYEK");
    }

    @Test
    void the_reference_note_is_believed_and_written_back_as_it_was() {
        SignedNote note = parse(NOTE);
        assertThat(note.text()).isEqualTo(TEXT);
        assertThat(note.verifiedBy(List.of(peter))).containsExactly(peter);
        assertThat(note).hasToString(NOTE);
    }

    @Test
    void a_text_may_have_empty_lines_and_any_letters() {
        SignedNote note = parse("""
                Ognuno sta solo sul cuor della terra
                trafitto da un raggio di sole:

                ed \u00e8 subito sera.

                \u2014 quasimodo.example/salvatore NnugSzTjtVAewIS+Z/iJhUPeFDkO/5QQ2i5ddnGITLlC+EhfLW9oJKONrMouFSQU0xMcXxj99ihAQwaqP3ZekRwNtIc=
                """);
        assertThat(note.text()).endsWith("ed \u00e8 subito sera.\n").contains("sole:\n\ned");
        assertThat(note.signatures().getFirst().keyId()).isEqualTo(0x367ba04b);
    }

    @Test
    void what_is_no_note_is_refused_with_the_line() {
        malformed(TEXT).hasMessageContaining("line 1");
        malformed(TEXT + "\n").hasMessageContaining("line 4");
        malformed(NOTE.substring(0, NOTE.length() - 1)).hasMessage("line 4: does not end with a newline");
        malformed("\u0001" + NOTE).hasMessage("line 1: has a control character");
        malformed(TEXT + "\r\n" + LINE).hasMessage("line 3: has a control character");
        malformed(TEXT + "\n" + LINE.replace("Peter", "Bad Name")).hasMessageContaining("line 4");
        malformed(TEXT + "\n" + LINE.replace("Peter", "Bad+")).hasMessageContaining("line 4");
        malformed(TEXT + "\n" + LINE.replace("Peter", "Bad\u00a0")).hasMessageContaining("line 4");
        malformed(TEXT + "\n" + LINE.replace("Peter", "Bad\u2003")).hasMessageContaining("line 4");
        malformed(TEXT + "\n" + LINE.replace("PeterNeumann", "")).hasMessageContaining("line 4");
        malformed(TEXT + "\n" + LINE.replace("\u2014", "-")).hasMessageContaining("line 4");
        malformed(TEXT + "\n" + LINE + "Unexpected line.\n").hasMessageContaining("line 5");
        malformed(TEXT + "\n" + LINE.replace("AM=", "AN=")).hasMessageContaining("base64");
        malformed(TEXT + "\n" + LINE.replace("AM=", "AM")).hasMessageContaining("base64");
        malformed(TEXT + "\n\u2014 PeterNeumann x08gow==\n").hasMessageContaining("too short");
        malformed("").hasMessageContaining("line 1");
        malformed("\n" + LINE).hasMessageContaining("line 1");
        assertThatThrownBy(() -> SignedNote.parse(new byte[] {(byte) 0xff, '\n'}))
                .hasMessage("text: is not UTF-8");
    }

    @Test
    void a_hundred_signatures_are_read_and_one_more_is_not() {
        assertThat(parse(TEXT + "\n" + LINE.repeat(100)).verifiedBy(List.of(peter)))
                .hasSize(1);
        malformed(TEXT + "\n" + LINE.repeat(101))
                .hasMessageContaining("line 104")
                .hasMessageContaining("100");
    }

    @Test
    void a_note_may_be_a_million_bytes_and_no_longer() {
        String room = "x".repeat(SignedNote.MOST_BYTES - NOTE.getBytes(StandardCharsets.UTF_8).length);
        assertThat(parse(room + NOTE).text()).hasSizeGreaterThan(990_000);
        malformed(room + "x" + NOTE).hasMessageContaining("longer than 1000000 bytes");
    }

    @Test
    void lines_by_unknown_keys_are_passed_over_whatever_they_hold() {
        String sameName = "\u2014 PeterNeumann AAAAAGFiYw==\n";
        String sameId = LINE.replace("PeterNeumann", "Somebody");
        String anyType = "\u2014 pq.example " + "A".repeat(3280) + "\n";
        assertThat(parse(TEXT + "\n" + sameName + sameId + anyType + LINE).verifiedBy(List.of(peter)))
                .containsExactly(peter);
        refused(TEXT + "\n" + sameName + sameId, Reason.NOT_SIGNED);
        assertThatThrownBy(() -> parse(NOTE).verifiedBy(List.of())).isInstanceOf(RefusedException.class);
    }

    @Test
    void a_wrong_signature_by_a_known_key_refuses_the_note_unless_a_right_one_came_before() {
        refused(TEXT + "\n" + WRONG_LINE, Reason.SIGNATURE_WRONG);
        refused(TEXT + "\n" + WRONG_LINE + LINE, Reason.SIGNATURE_WRONG);
        refused("x" + NOTE, Reason.SIGNATURE_WRONG);
        assertThat(parse(TEXT + "\n" + LINE + WRONG_LINE).verifiedBy(List.of(peter)))
                .hasSize(1);
    }

    @Test
    void a_signature_of_another_length_is_wrong_and_nothing_worse() {
        byte[] bytes = parse(NOTE).signatures().getFirst().bytes();
        for (int length : new int[] {1, 63, 65, 72, 2420}) {
            SignedNote note = new SignedNote(
                    TEXT, List.of(new NoteSignature("PeterNeumann", peter.id(), Arrays.copyOf(bytes, length))));
            assertThatThrownBy(() -> note.verifiedBy(List.of(peter))).isInstanceOf(RefusedException.class);
        }
    }

    @Test
    void every_bit_of_text_and_signature_counts() {
        SignedNote note = parse(NOTE);
        byte[] text = TEXT.getBytes(StandardCharsets.US_ASCII);
        for (int bit = 0; bit < text.length * 8; bit++) {
            byte[] flipped = text.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            String other = new String(flipped, StandardCharsets.ISO_8859_1);
            assertThat(peter.verifies(other, note.signatures().getFirst())).isFalse();
        }
        byte[] signature = note.signatures().getFirst().bytes();
        for (int bit = 0; bit < signature.length * 8; bit++) {
            byte[] flipped = signature.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(peter.verifies(TEXT, new NoteSignature("PeterNeumann", peter.id(), flipped)))
                    .isFalse();
        }
    }

    @Test
    void a_text_that_could_not_be_read_back_is_not_signed() {
        NoteSigner signer = SigningKey.parse(PETER_SECRET).author();
        assertThatThrownBy(() -> SignedNote.sign("no newline", signer)).isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> SignedNote.sign("bell\u0007\n", signer)).isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> SignedNote.sign(TEXT)).isInstanceOf(MalformedException.class);
    }

    private void refused(String note, Reason reason) {
        assertThatThrownBy(() -> parse(note).verifiedBy(List.of(peter)))
                .isInstanceOfSatisfying(
                        RefusedException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private static AbstractThrowableAssert<?, ?> malformed(String note) {
        return assertThatThrownBy(() -> parse(note)).isInstanceOf(MalformedException.class);
    }

    private static SignedNote parse(String note) {
        return SignedNote.parse(note.getBytes(StandardCharsets.UTF_8));
    }
}
