package uk.vehicleregister.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// The clock stands at 0 and is moved by hand.
class TenureTest {

    private static final long LASTS = Tenure.LASTS.toNanos();

    private long now;
    private final Tenure tenure = new Tenure(() -> now);

    @Test
    void before_any_claim_nobody_holds_it() {
        assertThat(tenure.term()).isEqualTo(Tenure.NONE);
    }

    @Test
    void a_claim_lasts_from_when_it_was_asked_for() {
        now = 100;
        tenure.holds(10);
        now = 10 + LASTS - 1;
        assertThat(tenure.term()).isEqualTo(1);
        now = 10 + LASTS;
        assertThat(tenure.term()).isEqualTo(Tenure.NONE);
    }

    @Test
    void renewed_in_time_it_is_the_same_term_and_renewed_too_late_another() {
        now = 100;
        tenure.holds(10);
        now = 10 + LASTS - 1;
        tenure.holds(now);
        assertThat(tenure.term()).isEqualTo(1);
        now = 10 + 2 * LASTS - 1;
        tenure.holds(now);
        assertThat(tenure.term()).isEqualTo(2);
    }

    /// Asked for in time and answered too late: rows may have been replaced while it waited for the token's row.
    @Test
    void what_counts_for_the_break_is_when_the_answer_came() {
        now = 100;
        tenure.holds(10);
        now = 10 + LASTS;
        tenure.holds(10 + LASTS - 1);
        assertThat(tenure.term()).isEqualTo(2);
    }

    @Test
    void an_end_is_at_once_and_a_claim_asked_for_before_it_is_no_new_beginning() {
        now = 100;
        tenure.holds(10);
        now = 200;
        tenure.end();
        assertThat(tenure.term()).isEqualTo(Tenure.NONE);
        now = 300;
        tenure.holds(200);
        assertThat(tenure.term()).isEqualTo(Tenure.NONE);
        tenure.holds(201);
        assertThat(tenure.term()).isEqualTo(2);
    }
}
