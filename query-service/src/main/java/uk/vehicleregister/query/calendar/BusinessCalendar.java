package uk.vehicleregister.query.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// The date it is at the register: London's (design.md 6), or the one a demo was given. Only answers may ask for it;
/// projections never do, or a rebuild would give other rows.
public final class BusinessCalendar {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final Clock clock;
    private final @Nullable LocalDate fixed;

    public BusinessCalendar(Clock clock, @Nullable LocalDate fixed) {
        this.clock = clock;
        this.fixed = fixed;
    }

    public LocalDate today() {
        return fixed != null ? fixed : LocalDate.now(clock.withZone(LONDON));
    }
}
