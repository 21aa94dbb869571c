package uk.vehicleregister.query.vehicleenquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AnswersOfTermTest {

    private static final LocalDate DAY = LocalDate.of(2026, 7, 1);
    private static final int ENTRY = AnswersOfTerm.BESIDE + 2 * (2 + 1);

    private final Pieces pieces = new Pieces();
    private final AnswersOfTerm answers = withRoomFor(1_000_000);

    @Property(tries = 500)
    void put_together_again_a_text_is_what_it_was(
            @ForAll @Size(max = 20)
                    List<@StringLength(max = 6) @Chars({',', '"', '\\', ':', 'é', '}', 'A'}) String> parts) {
        String text = answer("AB51CDE", ",\"make\":\"" + String.join("", parts));
        assertThat(kept("AB51CDE", text)).isEqualTo(text);
    }

    @Property(tries = 500)
    void no_mark_is_answered_with_what_is_kept_of_another(
            @ForAll @StringLength(min = 1, max = 8) @NumericChars @AlphaChars String one,
            @ForAll @StringLength(max = 8) @NumericChars @AlphaChars String other) {
        String mark = one.toUpperCase(Locale.ROOT);
        assertThat(kept(mark, answer(mark, "}"))).isEqualTo(answer(mark, "}"));
        if (!other.equals(mark)) assertThat(told(other)).isNull();
        answers.forget(mark);
    }

    @Test
    void what_is_no_mark_and_what_is_not_about_the_mark_is_not_kept() {
        assertThat(kept("AB51 CD", answer("AB51 CD", "}"))).isNull();
        assertThat(kept("AB51CDEFG", answer("AB51CDEFG", "}"))).isNull();
        assertThat(kept("AB51CDE", answer("AB51CDF", "}"))).isNull();
        assertThat(kept("AB51CDE", "{}")).isNull();
    }

    @Test
    void what_came_first_goes_first_and_a_change_keeps_its_place() {
        AnswersOfTerm two = withRoomFor(2 * ENTRY);
        keep(two, "A1");
        keep(two, "A2");
        two.forget("A1");
        keep(two, "A1");
        keep(two, "A3");
        assertThat(told(two, "A1")).isNull();
        assertThat(told(two, "A2")).isNotNull();
        assertThat(told(two, "A3")).isNotNull();
        assertThat(two.isFull()).isTrue();
    }

    @Test
    void what_is_forgotten_makes_room() {
        AnswersOfTerm two = withRoomFor(2 * ENTRY);
        for (int i = 0; i < 1000; i++) {
            keep(two, "A1");
            two.forget("A1");
        }
        two.forget("A2");
        keep(two, "A2");
        assertThat(told(two, "A1")).isNull();
        assertThat(told(two, "A2")).isNotNull();
        keep(two, "A1");
        assertThat(told(two, "A1")).isNotNull();
        assertThat(told(two, "A2")).isNotNull();
    }

    @Test
    void an_answer_for_ever_is_one_after_2149_too_and_another_is_looked_up_again_then() {
        answers.keep("A1", bytes(answer("A1", "}")), DAY, LocalDate.MAX);
        answers.keep("A2", bytes(answer("A2", "}")), DAY, LocalDate.of(2200, 1, 1));
        LocalDate late = LocalDate.of(2199, 1, 1);
        assertThat(answers.of("A1", late)).isNotNull();
        assertThat(answers.of("A2", LocalDate.of(2149, 1, 1))).isNotNull();
        assertThat(answers.of("A2", late)).isNull();
        assertThat(answers.of("A1", DAY.minusDays(1))).isNull();
    }

    @Test
    void when_there_are_more_pieces_than_numbers_what_needs_a_new_one_is_not_kept() {
        IntStream.range(0, 1 << 16)
                .forEach(i -> assertThat(pieces.pack("A1", bytes(answer("A1", "" + i)), 0))
                        .isNotNull());
        assertThat(kept("A1", answer("A1", "one more"))).isNull();
        assertThat(kept("A1", answer("A1", "7"))).isEqualTo(answer("A1", "7"));
        assertThat(kept("A2", answer("A2", "65535"))).isEqualTo(answer("A2", "65535"));
    }

    private AnswersOfTerm withRoomFor(long bytes) {
        return new AnswersOfTerm(1, bytes, pieces);
    }

    private static void keep(AnswersOfTerm answers, String mark) {
        answers.keep(mark, bytes(answer(mark, "}")), DAY, DAY);
    }

    private @Nullable String kept(String mark, String text) {
        answers.keep(mark, bytes(text), DAY, DAY);
        return told(mark);
    }

    private @Nullable String told(String mark) {
        return told(answers, mark);
    }

    private static @Nullable String told(AnswersOfTerm answers, String mark) {
        byte[] answer = answers.of(mark, DAY);
        return answer == null ? null : new String(answer, StandardCharsets.UTF_8);
    }

    private static String answer(String mark, String rest) {
        return "{\"registrationNumber\":\"" + mark + "\"" + rest;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
