package uk.vehicleregister.kernel.licensing;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.vehicleregister.kernel.Samples.VEHICLE;
import static uk.vehicleregister.kernel.vehicle.TaxRefundReason.OFF_ROAD;
import static uk.vehicleregister.kernel.vehicle.TaxRefundReason.SOLD;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.kernel.event.TaxPaid;
import uk.vehicleregister.kernel.event.TaxRefundDue;

class TaxRefundTest {

    private static final LocalDate LAST_OF_MARCH = LocalDate.of(2026, 3, 31);

    @Test
    void full_months_count_from_the_first_of_the_next_month() {
        Licensing taxed = taxed("2025-04-01", "2026-03-31");
        assertThat(months(taxed, "2025-12-31")).isEqualTo(3);
        assertThat(months(taxed, "2026-01-01")).isEqualTo(2);
        assertThat(months(taxed, "2026-01-31")).isEqualTo(2);
        assertThat(months(taxed, "2026-02-01")).isEqualTo(1);
        assertThat(months(taxed, "2026-02-28")).isEqualTo(1);
        assertThat(months(taxed, "2026-03-01")).isZero();
    }

    @Test
    void the_last_month_counts_only_when_its_last_day_is_paid_for() {
        assertThat(months(taxed("2025-04-01", "2026-03-31"), "2026-02-10")).isEqualTo(1);
        assertThat(months(taxed("2025-04-01", "2026-03-30"), "2026-02-10")).isZero();
    }

    @Test
    void a_leap_february_needs_its_twenty_ninth() {
        assertThat(months(taxed("2027-03-01", "2028-02-29"), "2028-01-31")).isEqualTo(1);
        assertThat(months(taxed("2027-03-01", "2028-02-28"), "2028-01-31")).isZero();
    }

    @Test
    void tax_that_was_renewed_early_comes_back_too() {
        Licensing renewed = taxed("2025-04-01", "2026-03-31").after(paid("2026-04-01", "2027-03-31"));
        assertThat(months(renewed, "2026-03-15")).isEqualTo(12);
    }

    @Test
    void of_two_payments_that_leave_a_gap_only_whole_months_count() {
        Licensing gap = taxed("2026-01-01", "2026-03-15").after(paid("2026-03-17", "2026-04-30"));
        assertThat(months(gap, "2026-01-20")).isEqualTo(2);
        Licensing none = taxed("2026-01-01", "2026-03-15").after(paid("2026-03-16", "2026-04-30"));
        assertThat(months(none, "2026-01-20")).isEqualTo(3);
    }

    @Test
    void what_is_due_says_why_how_much_and_to_when_it_was_paid() {
        assertThat(TaxRefund.due(VEHICLE, taxed("2025-04-01", "2026-03-31"), SOLD, LocalDate.of(2026, 1, 10)))
                .contains(new TaxRefundDue(VEHICLE, SOLD, 2, LAST_OF_MARCH, LocalDate.of(2026, 1, 10)));
    }

    @Test
    void tax_that_is_needed_longer_is_due_back_from_then() {
        assertThat(TaxRefund.due(
                        VEHICLE,
                        taxed("2025-04-01", "2026-03-31"),
                        OFF_ROAD,
                        LocalDate.of(2026, 2, 28),
                        LocalDate.of(2026, 1, 10)))
                .contains(new TaxRefundDue(VEHICLE, OFF_ROAD, 1, LAST_OF_MARCH, LocalDate.of(2026, 1, 10)));
    }

    @Test
    void where_no_month_is_left_or_nothing_was_fed_nothing_is_due() {
        assertThat(TaxRefund.due(VEHICLE, taxed("2025-04-01", "2026-03-31"), SOLD, LAST_OF_MARCH))
                .isEmpty();
        assertThat(TaxRefund.due(VEHICLE, Licensing.UNKNOWN, SOLD, LAST_OF_MARCH))
                .isEmpty();
    }

    private static int months(Licensing licensing, String today) {
        return TaxRefund.fullMonthsAfter(LocalDate.parse(today), licensing);
    }

    private static Licensing taxed(String from, String until) {
        return Licensing.UNKNOWN.after(paid(from, until));
    }

    private static TaxPaid paid(String from, String until) {
        return new TaxPaid(VEHICLE, LocalDate.parse(from), LocalDate.parse(until));
    }
}
