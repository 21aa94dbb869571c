package uk.vehicleregister.transparencylog.note;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.transparencylog.MalformedException;
import uk.vehicleregister.transparencylog.merkle.Hash;
import uk.vehicleregister.transparencylog.merkle.Reference;

/// The rules of C2SP tlog-witness, `add-checkpoint`, one by one.
class WitnessTest {

    private final Reference reference = new Reference();
    private final Memory memory = new Memory();
    private final Witness witness =
            new Witness(Map.of(Keys.ORIGIN, List.of(Keys.LOG.verifier())), memory, Keys.WITNESS.witness(Keys.CLOCK));

    @Test
    void the_example_of_the_specification_is_read_and_written_back() {
        String example = """
                old 20852014
                PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=
                jrJZDmY8Y7SyJE0MWLpLozkIVMSMZcD5kvuKxPC3swk=
                5+pKlUdi2LeF/BcMHBn+Ku6yhPGNCswZZD1X/6QgPd8=
                /6WVhPs2CwSsb5rYBH5cjHV/wSmA79abXAwhXw3Kj/0=

                example.com/behind-the-sofa
                20852163
                CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

                \u2014 example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
                \u2014 example.com/behind-the-sofa opLqBQsREYCgu6xQkYQwJr9fo45a62DN9EdmHXnZdXNqlcVGlCum2Wks+49/V6267UEjw6QUXTS5Rovnzv++qbSzm9Q=
                """;
        AddCheckpoint request = AddCheckpoint.parse(example.getBytes(UTF_8));
        assertThat(request.oldSize()).isEqualTo(20852014);
        assertThat(request.path()).hasSize(4);
        assertThat(request.checkpoint().signatures()).hasSize(2);
        assertThat(request).hasToString(example);
    }

    @Test
    void a_log_that_grows_is_cosigned_step_by_step() {
        int before = 0;
        for (int size : new int[] {0, 1, 1, 2, 7, 8, 300, 301}) {
            WitnessAnswer answer = witness.answer(request(before, size));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).startsWith("\u2014 witness.example/w1 ").endsWith("\n");
            SignedNote note =
                    Keys.signed(size).with(NoteSignature.parseAll(answer.body().getBytes(UTF_8)));
            assertThat(Keys.POLICY.verify(note)).isEqualTo(Keys.checkpoint(size));
            assertThat(memory.latest(Keys.ORIGIN)).isEqualTo(Keys.checkpoint(size));
            before = size;
        }
    }

    @Test
    void a_body_that_is_none_is_400() {
        assertThat(answer("nonsense")).isEqualTo(new WitnessAnswer.Refused(400, "line 1: does not end with a newline"));
        assertThat(answer("old 01\n\n" + Keys.signed(1)).status()).isEqualTo(400);
        assertThat(answer("old 0\n" + Keys.signed(1)).status()).isEqualTo(400);
        assertThat(witness.answer(new byte[AddCheckpoint.MOST_BYTES + 1]).status())
                .isEqualTo(400);
        String hash = Reference.leaf(1) + "\n";
        assertThat(answer("old 0\n" + hash.repeat(64) + "\n" + Keys.signed(1)).body())
                .isEqualTo("line 65: is one hash more than the 63 allowed\n");
        assertThat(answer("old 0\n" + hash.repeat(63) + "\n" + Keys.signed(1)).status())
                .isEqualTo(422);
        assertThat(answer("old 0\n\n" + SignedNote.sign("no checkpoint\n", Keys.LOG.author()))
                        .status())
                .isEqualTo(400);
        assertThat(answer("old 2\n\n" + Keys.signed(1)).status()).isEqualTo(400);
    }

    @Test
    void a_log_that_is_not_known_is_404() {
        SignedNote other = new Checkpoint("other.example", 1, reference.root(1)).sign(Keys.LOG.author());
        assertThat(answer("old 0\n\n" + other).status()).isEqualTo(404);
    }

    @Test
    void a_checkpoint_not_signed_by_its_log_is_403() {
        SignedNote stranger = Keys.checkpoint(1)
                .sign(Keys.key(Keys.ORIGIN, SignatureType.ED25519).author());
        assertThat(answer("old 0\n\n" + stranger).status()).isEqualTo(403);
        SignedNote tampered =
                new SignedNote(Keys.checkpoint(2).text(), Keys.signed(1).signatures());
        assertThat(answer("old 0\n\n" + tampered).status()).isEqualTo(403);
        assertThat(memory.latest(Keys.ORIGIN)).isNull();
    }

    @Test
    void another_old_size_is_409_and_says_the_right_one() {
        assertThat(witness.answer(request(0, 7)).status()).isEqualTo(200);
        for (int old : new int[] {0, 6, 8}) {
            WitnessAnswer answer = witness.answer(request(old, 9));
            assertThat(answer).isEqualTo(new WitnessAnswer.Conflict(7));
            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.body()).isEqualTo("7\n");
            assertThat(answer.contentType()).isEqualTo("text/x.tlog.size");
        }
    }

    @Test
    void another_root_at_the_same_size_is_409_also_at_size_0() {
        assertThat(witness.answer(request(0, 7)).status()).isEqualTo(200);
        assertThat(answer("old 7\n\n" + forged(7)).status()).isEqualTo(409);
        Witness fresh = new Witness(
                Map.of(Keys.ORIGIN, List.of(Keys.LOG.verifier())), new Memory(), Keys.WITNESS.witness(Keys.CLOCK));
        assertThat(fresh.answer(("old 0\n\n" + forged(0)).getBytes(UTF_8)).status())
                .isEqualTo(409);
    }

    @Test
    void a_tree_that_does_not_go_on_from_the_last_is_422_and_nothing_is_cosigned() {
        assertThat(witness.answer(request(0, 7)).status()).isEqualTo(200);
        List<Hash> path = reference.proof(7, 9);
        assertThat(answer(new AddCheckpoint(7, path, forged(9)).toString()).status())
                .isEqualTo(422);
        assertThat(answer(new AddCheckpoint(7, path.subList(1, path.size()), Keys.signed(9)).toString())
                        .status())
                .isEqualTo(422);
        assertThat(answer(new AddCheckpoint(7, path, Keys.signed(7)).toString()).status())
                .isEqualTo(422);
        assertThat(memory.latest(Keys.ORIGIN)).isEqualTo(Keys.checkpoint(7));
    }

    @Test
    void of_two_at_once_one_is_cosigned_and_the_other_is_409() {
        List<WitnessAnswer> inner = new ArrayList<>();
        memory.beforeAdvance = () -> {
            memory.beforeAdvance = () -> {};
            inner.add(witness.answer(request(0, 9)));
        };
        assertThat(witness.answer(request(0, 7))).isEqualTo(new WitnessAnswer.Conflict(9));
        assertThat(inner.getFirst().status()).isEqualTo(200);
        assertThat(memory.latest(Keys.ORIGIN)).isEqualTo(Keys.checkpoint(9));
    }

    @Test
    void an_answer_without_signatures_is_none() {
        assertThatThrownBy(() -> NoteSignature.parseAll(new byte[0])).isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> NoteSignature.parseAll("\n".getBytes(UTF_8))).isInstanceOf(MalformedException.class);
    }

    private WitnessAnswer answer(String body) {
        return witness.answer(body.getBytes(UTF_8));
    }

    private byte[] request(int old, int size) {
        List<Hash> path = old == 0 ? List.of() : reference.proof(old, size);
        return new AddCheckpoint(old, path, Keys.signed(size)).bytes();
    }

    private static SignedNote forged(int size) {
        return new Checkpoint(Keys.ORIGIN, size, Reference.leaf(99)).sign(Keys.LOG.author());
    }

    private static final class Memory implements WitnessMemory {
        private @Nullable Checkpoint latest;
        private Runnable beforeAdvance = () -> {};

        @Override
        public @Nullable Checkpoint latest(String origin) {
            return latest;
        }

        @Override
        public boolean advance(@Nullable Checkpoint from, Checkpoint next) {
            beforeAdvance.run();
            if (latest != from) return false;
            latest = next;
            return true;
        }
    }
}
