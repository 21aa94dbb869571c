package uk.vehicleregister.query.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class BusinessCalendarTest {

    private static final Clock SUMMER_NIGHT = Clock.fixed(Instant.parse("2026-06-30T23:00:00Z"), ZoneOffset.UTC);

    @Test
    void the_day_begins_in_london() {
        assertThat(new BusinessCalendar(SUMMER_NIGHT, null).today()).isEqualTo("2026-07-01");
        Clock winterNight = Clock.fixed(Instant.parse("2026-12-31T23:59:59Z"), ZoneOffset.UTC);
        assertThat(new BusinessCalendar(winterNight, null).today()).isEqualTo("2026-12-31");
    }

    @Test
    void a_demo_may_be_given_another_day() {
        assertThat(new BusinessCalendar(SUMMER_NIGHT, LocalDate.of(2031, 1, 1)).today())
                .isEqualTo("2031-01-01");
    }
}
