package uk.vehicleregister.kernel.mark;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// First issue dates of domain.md 2.1, written out once more, and both sides of each.
class MarkAgeTest {

    private static final String DATES = """
            ABC1A 1963-02-01  ABC1B 1964-01-01  ABC1C 1965-01-01  ABC1D 1966-01-01  ABC1E 1967-01-01  ABC1F 1967-08-01
            ABC1G 1968-08-01  ABC1H 1969-08-01  ABC1J 1970-08-01  ABC1K 1971-08-01  ABC1L 1972-08-01  ABC1M 1973-08-01
            ABC1N 1974-08-01  ABC1P 1975-08-01  ABC1R 1976-08-01  ABC1S 1977-08-01  ABC1T 1978-08-01  ABC1V 1979-08-01
            ABC1W 1980-08-01  ABC1X 1981-08-01  ABC1Y 1982-08-01
            A1BCD 1983-08-01  B1BCD 1984-08-01  C1BCD 1985-08-01  D1BCD 1986-08-01  E1BCD 1987-08-01  F1BCD 1988-08-01
            G1BCD 1989-08-01  H1BCD 1990-08-01  J1BCD 1991-08-01  K1BCD 1992-08-01  L1BCD 1993-08-01  M1BCD 1994-08-01
            N1BCD 1995-08-01  P1BCD 1996-08-01  R1BCD 1997-08-01  S1BCD 1998-08-01  T1BCD 1999-03-01  V1BCD 1999-09-01
            W1BCD 2000-03-01  X1BCD 2000-09-01  Y1BCD 2001-03-01
            AB51CDE 2001-09-01  AB02CDE 2002-03-01  AB52CDE 2002-09-01  AB09CDE 2009-03-01  AB59CDE 2009-09-01
            AB10CDE 2010-03-01  AB60CDE 2010-09-01  AB19CDE 2019-03-01  AB71CDE 2021-09-01  AB26CDE 2026-03-01
            AB76CDE 2026-09-01  AB49CDE 2049-03-01  AB99CDE 2049-09-01  AB50CDE 2050-03-01  AB00CDE 2050-09-01
            """;

    private static final Map<String, LocalDate> FIRST_ISSUED = firstIssued();

    @Test
    void every_age_identifier_has_its_first_issue_date() {
        assertThat(FIRST_ISSUED).hasSize(57);
        FIRST_ISSUED.forEach(
                (text, day) -> assertThat(mark(text).firstIssued()).as(text).contains(day));
    }

    @Test
    void a_mark_looks_newer_on_a_vehicle_of_the_day_before_its_first_issue_and_not_on_one_of_that_day() {
        FIRST_ISSUED.forEach((text, day) -> {
            assertThat(mark(text).wouldLookNewerThan(day.minusDays(1))).as(text).isTrue();
            assertThat(mark(text).wouldLookNewerThan(day)).as(text).isFalse();
            assertThat(mark(text).wouldLookNewerThan(day.plusDays(1))).as(text).isFalse();
        });
    }

    @Test
    void every_half_year_to_february_2051_has_its_own_age_identifier() {
        for (int identifier = 2; identifier <= 99; identifier++) {
            LocalDate day =
                    mark("AB%02dCDE".formatted(identifier)).firstIssued().orElseThrow();
            assertThat(day.getDayOfMonth()).isEqualTo(1);
            assertThat(day.getMonthValue()).isEqualTo(identifier <= 50 ? 3 : 9);
            assertThat(day.getYear() % 100).isEqualTo(identifier <= 50 ? identifier : identifier - 50);
        }
    }

    @Test
    void dateless_northern_irish_and_q_marks_have_no_issue_date_and_never_look_newer() {
        for (String text : List.of("A1", "ABC123", "1234AB", "AIZ1234", "AZ1", "Q123ABC", "QNI1234")) {
            assertThat(mark(text).firstIssued()).as(text).isEmpty();
            assertThat(mark(text).wouldLookNewerThan(LocalDate.of(1904, 1, 1)))
                    .as(text)
                    .isFalse();
        }
    }

    @Test
    void an_age_identifier_that_never_was_counts_as_newer_than_anything() {
        for (String text : List.of("AB01CDE", "U123ABC", "ABC123Z")) {
            assertThat(mark(text).firstIssued()).as(text).isEmpty();
            assertThat(mark(text).wouldLookNewerThan(LocalDate.of(2026, 7, 1)))
                    .as(text)
                    .isTrue();
        }
    }

    private static Map<String, LocalDate> firstIssued() {
        Map<String, LocalDate> dates = new TreeMap<>();
        String[] words = DATES.strip().split("\\s+");
        for (int i = 0; i < words.length; i += 2) dates.put(words[i], LocalDate.parse(words[i + 1]));
        return dates;
    }

    private static RegistrationMark mark(String text) {
        return RegistrationMark.parse(text).orElseThrow();
    }
}
