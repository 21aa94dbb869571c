package uk.vehicleregister.kernel.mark;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.kernel.field.Parsed;

class AgeAppropriateMarksTest {

    private static final long FROM_1900 = -25_567;
    private static final long TO_2051 = 29_644;

    @Property(tries = 5000)
    void a_drawn_mark_parses_obeys_the_letter_rules_and_never_looks_newer(
            @ForAll @LongRange(min = FROM_1900, max = TO_2051) long day, @ForAll long seed) {
        LocalDate firstRegistration = LocalDate.ofEpochDay(day);
        RegistrationMark mark = AgeAppropriateMarks.draw(firstRegistration, new Random(seed));

        assertThat(RegistrationMark.parse(mark.text())).isEqualTo(Parsed.valid(mark));
        assertThat(mark.obeysLetterRules()).as(mark.text()).isTrue();
        assertThat(mark.wouldLookNewerThan(firstRegistration)).as(mark.text()).isFalse();
        assertThat(mark.text()).matches("[A-Z]{2}[0-9]{2}[A-Z]{3}|[A-Z]?[A-Z]{0,3}[1-9][0-9]{0,2}[A-Z]{0,3}");
    }

    @Property(tries = 5000)
    void a_drawn_mark_carries_the_age_identifier_of_its_time_and_of_no_earlier_one(
            @ForAll @LongRange(min = FROM_1900, max = TO_2051) long day, @ForAll long seed) {
        LocalDate firstRegistration = LocalDate.ofEpochDay(day);
        RegistrationMark mark = AgeAppropriateMarks.draw(firstRegistration, new Random(seed));

        if (firstRegistration.isBefore(LocalDate.of(1963, 2, 1))) {
            assertThat(mark.kind()).isEqualTo(MarkClass.DATELESS);
            return;
        }
        LocalDate issued = mark.firstIssued().orElseThrow();
        for (LocalDate later = issued.plusDays(1); !later.isAfter(firstRegistration); later = later.plusDays(1)) {
            assertThat(startsAnAge(later))
                    .as(mark.text() + " on " + firstRegistration)
                    .isFalse();
        }
    }

    @Test
    void the_style_changes_on_the_day_the_law_changed() {
        assertThat(drawn(1963, 1, 31)).matches("[A-Z]{3}[1-9][0-9]{0,2}");
        assertThat(drawn(1963, 2, 1)).matches("[A-Z]{3}[1-9][0-9]{0,2}A");
        assertThat(drawn(1983, 7, 31)).matches("[A-Z]{3}[1-9][0-9]{0,2}Y");
        assertThat(drawn(1983, 8, 1)).matches("A[1-9][0-9]{0,2}[A-Z]{3}");
        assertThat(drawn(2001, 8, 31)).matches("Y[1-9][0-9]{0,2}[A-Z]{3}");
        assertThat(drawn(2001, 9, 1)).matches("[A-Z]{2}51[A-Z]{3}");
        assertThat(drawn(2002, 2, 28)).matches("[A-Z]{2}51[A-Z]{3}");
        assertThat(drawn(2002, 3, 1)).matches("[A-Z]{2}02[A-Z]{3}");
        assertThat(drawn(2010, 1, 1)).matches("[A-Z]{2}59[A-Z]{3}");
        assertThat(drawn(2050, 8, 31)).matches("[A-Z]{2}50[A-Z]{3}");
        assertThat(drawn(2050, 9, 1)).matches("[A-Z]{2}00[A-Z]{3}");
    }

    @Test
    void the_last_age_identifier_serves_on_when_the_scheme_has_ended() {
        assertThat(drawn(2051, 3, 1)).matches("[A-Z]{2}00[A-Z]{3}");
        assertThat(drawn(2099, 3, 1)).matches("[A-Z]{2}00[A-Z]{3}");
    }

    @Test
    void memory_tags_are_those_of_places_and_hold_no_export_tag() {
        Random random = new Random(1);
        Set<Character> first = new HashSet<>();
        Set<Character> second = new HashSet<>();
        Set<Character> last = new HashSet<>();
        for (int i = 0; i < 5000; i++) {
            String mark =
                    AgeAppropriateMarks.draw(LocalDate.of(2020, 1, 1), random).text();
            first.add(mark.charAt(0));
            second.add(mark.charAt(1));
            for (int at = 4; at < 7; at++) last.add(mark.charAt(at));
        }
        assertThat(first).isEqualTo(letters("ABCDEFGHKLMNOPRSVWY"));
        assertThat(second).isEqualTo(letters("ABCDEFGHJKLMNOPRSTUVWXY"));
        assertThat(last).isEqualTo(letters("ABCDEFGHJKLMNOPRSTUVWXYZ"));
    }

    @Test
    void one_half_year_has_marks_for_hundreds_of_thousands_of_vehicles() {
        Random random = new Random(2);
        Set<RegistrationMark> marks = new HashSet<>();
        for (int i = 0; i < 300_000; i++) marks.add(AgeAppropriateMarks.draw(LocalDate.of(2019, 3, 1), random));
        assertThat(marks).hasSizeGreaterThan(290_000);
    }

    @Test
    void the_same_source_draws_the_same_marks() {
        LocalDate day = LocalDate.of(1999, 5, 5);
        assertThat(AgeAppropriateMarks.draw(day, new Random(7)))
                .isEqualTo(AgeAppropriateMarks.draw(day, new Random(7)));
    }

    /// The days on which domain.md 2.1 begins a new letter or number.
    private static boolean startsAnAge(LocalDate day) {
        if (day.getDayOfMonth() != 1) return false;
        int month = day.getMonthValue();
        int year = day.getYear();
        if (year <= 1963) return year == 1963 && month == 2;
        if (year <= 1966) return month == 1;
        if (year == 1967) return month == 1 || month == 8;
        if (year <= 1998) return month == 8;
        return year <= 2050 && (month == 3 || month == 9);
    }

    private static String drawn(int year, int month, int day) {
        return AgeAppropriateMarks.draw(LocalDate.of(year, month, day), new Random(year))
                .text();
    }

    private static Set<Character> letters(String letters) {
        Set<Character> set = new HashSet<>();
        for (char letter : letters.toCharArray()) set.add(letter);
        return set;
    }
}
