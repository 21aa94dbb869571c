package uk.vehicleregister.transparencylog.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.transparencylog.MalformedException;
import uk.vehicleregister.transparencylog.RefusedException;
import uk.vehicleregister.transparencylog.RefusedException.Reason;
import uk.vehicleregister.transparencylog.merkle.Hash;

/// The examples are those of C2SP tlog-checkpoint and tlog-cosignature, and one of torchwood's litewitness.
class CheckpointTest {

    private static final String BODY = """
            example.com/behind-the-sofa
            20852163
            CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
            """;
    private static final String EXAMPLE = BODY + """

            \u2014 example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
            \u2014 witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==
            """;

    @Test
    void the_example_of_the_specification_is_read_and_written_back() {
        SignedNote note = SignedNote.parse(EXAMPLE.getBytes(StandardCharsets.UTF_8));
        Checkpoint checkpoint = Checkpoint.parse(note.text());
        assertThat(checkpoint.origin()).isEqualTo("example.com/behind-the-sofa");
        assertThat(checkpoint.size()).isEqualTo(20852163);
        assertThat(checkpoint.root()).hasToString("CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=");
        assertThat(checkpoint.text()).isEqualTo(BODY);
        assertThat(note).hasToString(EXAMPLE);
        assertThat(note.signatures().get(1).keyId()).isEqualTo(0x8d66cf3f);
        assertThat(Cosignature.time(note.signatures().get(1))).isEqualTo(Instant.ofEpochSecond(1_679_315_147));
    }

    /// A note signed by other software, with the key of the log as its witness is given it.
    @Test
    void a_checkpoint_signed_by_other_software_is_believed() {
        String origin = "sigsum.org/v1/tree/985ea163f5af026723561354f51f2ebcdcf2af809ce254ccfb64aa9aadd80f90";
        VerifierKey key = new VerifierKey(
                origin,
                SignatureType.ED25519,
                HexFormat.of().parseHex("52c05edad1bf5feffa81354faae59a655d9a9a1a793ed2f62c39c26c0be2aecd"));
        SignedNote note =
                SignedNote.parse((origin + "\n1\nKgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n\n\u2014 " + origin
                                + " 7BKT0gOfNZ1J0So9unY3BZtm2YkPIoNYM/dce0Z2avJDs8dxN6ts9bOSwwrVrbjm6P9K3ZxpK6jJngOG6YvGGzV/lwo=\n")
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(new CheckpointPolicy(origin, key).verify(note).size()).isEqualTo(1);
    }

    @Test
    void extension_lines_are_kept() {
        Checkpoint checkpoint = Checkpoint.parse(BODY + "one\ntwo\n");
        assertThat(checkpoint.extensions()).containsExactly("one", "two");
        assertThat(checkpoint.text()).isEqualTo(BODY + "one\ntwo\n");
    }

    @Test
    void the_empty_and_the_largest_tree_have_checkpoints() {
        assertThat(Checkpoint.parse(BODY.replace("20852163", "0")).size()).isZero();
        assertThat(Checkpoint.parse(BODY.replace("20852163", "9223372036854775807"))
                        .size())
                .isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void what_is_no_checkpoint_is_refused_with_the_line() {
        String root = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";
        malformed("", "line 1: is missing");
        malformed("\n20852163\n" + root + "\n", "line 1: is empty: the origin is missing");
        malformed("origin\n", "line 2: is missing");
        malformed("origin\n1\n", "line 3: is missing");
        malformed("origin\n1\n" + root, "line 3: does not end with a newline");
        for (String size : List.of("", "01", "00", "-1", "+1", "1 ", " 1", "0x1", "1e3", "\u0661", "one")) {
            malformed("origin\n" + size + "\n" + root + "\n", "line 2: has a size that is not a plain decimal number");
        }
        malformed("origin\n9223372036854775808\n" + root + "\n", "line 2: has a size above 2^63 - 1");
        malformed("origin\n" + "9".repeat(1000) + "\n" + root + "\n", "line 2: has a size above 2^63 - 1");
        for (String bad :
                List.of("", root + "=", root.substring(1), root.replace("I=", "J="), root.replace('/', '_'))) {
            malformed("origin\n1\n" + bad + "\n", "line 3");
        }
        malformed("origin\n1\n" + root + "\n\n", "line 4: is empty");
        malformed("origin\n1\n" + root + "\nx\n\ny\n", "line 5: is empty");
        malformed("origin\r\n1\n" + root + "\n", "line 1: has a control character");
    }

    @Test
    void a_checkpoint_that_would_read_as_another_is_not_made() {
        Hash root = Keys.checkpoint(1).root();
        for (String origin : List.of("", "evil\n999", "tab\t")) {
            assertThatThrownBy(() -> new Checkpoint(origin, 1, root)).isInstanceOf(MalformedException.class);
        }
        assertThatThrownBy(() -> new Checkpoint("o", 1, root, List.of(""))).isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> new Checkpoint("o", 1, root, List.of("a\nb"))).isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> new Checkpoint("o", -1, root)).isInstanceOf(MalformedException.class);
    }

    @Test
    void a_checkpoint_is_believed_with_its_log_and_enough_witnesses() {
        assertThat(Keys.POLICY.verify(Keys.cosigned(5))).isEqualTo(Keys.checkpoint(5));
        refused(Keys.signed(5), Keys.POLICY, Reason.TOO_FEW_WITNESSES);
        refused(Keys.checkpoint(5).sign(Keys.WITNESS.witness(Keys.CLOCK)), Keys.POLICY, Reason.NOT_SIGNED);
        refused(Keys.cosigned(5), new CheckpointPolicy("other.example", Keys.LOG.verifier()), Reason.ANOTHER_LOG);
        SigningKey stranger = Keys.key(Keys.ORIGIN, SignatureType.ED25519);
        refused(Keys.cosigned(5), new CheckpointPolicy(Keys.ORIGIN, stranger.verifier()), Reason.NOT_SIGNED);
    }

    @Test
    void one_witness_is_not_counted_twice() {
        CheckpointPolicy two =
                new CheckpointPolicy(Keys.ORIGIN, List.of(Keys.LOG.verifier()), Keys.POLICY.witnesses(), 2);
        SignedNote twice = Keys.cosigned(5)
                .with(List.of(Keys.WITNESS
                        .witness(() -> Instant.ofEpochSecond(2_000_000_000))
                        .sign(Keys.checkpoint(5).text())));
        refused(twice, two, Reason.TOO_FEW_WITNESSES);
        SignedNote both = Keys.cosigned(5)
                .with(List.of(Keys.OTHER_WITNESS
                        .witness(Keys.CLOCK)
                        .sign(Keys.checkpoint(5).text())));
        assertThat(two.verify(both).size()).isEqualTo(5);
        assertThatThrownBy(() -> new CheckpointPolicy(
                        Keys.ORIGIN,
                        List.of(Keys.LOG.verifier()),
                        List.of(Keys.WITNESS.verifier(), Keys.WITNESS.verifier()),
                        2))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void either_key_of_a_log_that_changes_keys_is_enough() {
        SigningKey next = Keys.key(Keys.ORIGIN, SignatureType.ED25519);
        CheckpointPolicy policy = new CheckpointPolicy(Keys.ORIGIN, Keys.LOG.verifier(), next.verifier());
        assertThat(policy.verify(Keys.checkpoint(3).sign(next.author())).size()).isEqualTo(3);
        assertThat(policy.verify(Keys.signed(3)).size()).isEqualTo(3);
    }

    @Test
    void the_time_is_under_the_cosignature_and_is_never_negative() {
        NoteSignature signature = Keys.cosigned(5).signatures().get(1);
        String text = Keys.checkpoint(5).text();
        assertThat(Keys.WITNESS.verifier().verifies(text, signature)).isTrue();
        for (int bit = 0; bit < 64; bit++) {
            byte[] bytes = signature.bytes().clone();
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
            NoteSignature otherTime = new NoteSignature(signature.name(), signature.keyId(), bytes);
            assertThat(Keys.WITNESS.verifier().verifies(text, otherTime)).isFalse();
        }
        String before1970 = "\u2014 w "
                + Base64.getEncoder().encodeToString(HexFormat.of().parseHex("00000001ffffffffffffffff00")) + "\n";
        NoteSignature negative = NoteSignature.parseAll(before1970.getBytes(StandardCharsets.UTF_8))
                .getFirst();
        assertThatThrownBy(() -> Cosignature.time(negative)).isInstanceOf(MalformedException.class);
    }

    @Test
    void a_cosignature_of_another_length_is_wrong_and_nothing_worse() {
        NoteSignature right = Keys.cosigned(5).signatures().get(1);
        for (int length : new int[] {1, 7, 8, 64, 71, 73, 2428}) {
            NoteSignature wrong = new NoteSignature(right.name(), right.keyId(), Arrays.copyOf(right.bytes(), length));
            assertThat(Keys.WITNESS.verifier().verifies(Keys.checkpoint(5).text(), wrong))
                    .isFalse();
        }
    }

    private static void refused(SignedNote note, CheckpointPolicy policy, Reason reason) {
        assertThatThrownBy(() -> policy.verify(note))
                .isInstanceOfSatisfying(
                        RefusedException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private static void malformed(String text, String message) {
        assertThatThrownBy(() -> Checkpoint.parse(text))
                .isInstanceOf(MalformedException.class)
                .hasMessageContaining(message);
    }
}
