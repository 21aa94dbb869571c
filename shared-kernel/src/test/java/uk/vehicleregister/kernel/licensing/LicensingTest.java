package uk.vehicleregister.kernel.licensing;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.vehicleregister.kernel.Samples.MARK;
import static uk.vehicleregister.kernel.Samples.VEHICLE;
import static uk.vehicleregister.kernel.Samples.sealedParty;
import static uk.vehicleregister.kernel.Samples.sealedPerson;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.kernel.event.AcquiredFromTrade;
import uk.vehicleregister.kernel.event.DisposedToTrade;
import uk.vehicleregister.kernel.event.KeeperChanged;
import uk.vehicleregister.kernel.event.KeeperDied;
import uk.vehicleregister.kernel.event.MotFailed;
import uk.vehicleregister.kernel.event.MotPassed;
import uk.vehicleregister.kernel.event.SornDeclared;
import uk.vehicleregister.kernel.event.TaxPaid;
import uk.vehicleregister.kernel.event.VehicleExported;
import uk.vehicleregister.kernel.event.VehicleFact;
import uk.vehicleregister.kernel.event.VehicleScrapped;
import uk.vehicleregister.kernel.licensing.Licensing.TaxStatus;
import uk.vehicleregister.kernel.vehicle.TaxOrSorn;

class LicensingTest {

    private static final LocalDate MARCH = LocalDate.of(2021, 3, 1);

    @Test
    void where_nothing_was_fed_nothing_is_known_and_nothing_held_against_the_vehicle() {
        Licensing unknown = after(sold(MARCH));
        assertThat(unknown.taxStatus(MARCH)).isEmpty();
        assertThat(unknown.allowsMarkChange(MARCH)).isTrue();
    }

    @Test
    void a_vehicle_is_taxed_from_the_first_to_the_last_day_paid_for() {
        Licensing taxed = after(taxed(MARCH, MARCH.plusDays(30)));
        assertThat(taxed.taxedOn(MARCH.minusDays(1))).isFalse();
        assertThat(taxed.taxedOn(MARCH)).isTrue();
        assertThat(taxed.taxedOn(MARCH.plusDays(30))).isTrue();
        assertThat(taxed.taxStatus(MARCH.plusDays(31))).contains(TaxStatus.UNTAXED);
        assertThat(taxed.taxDueDate(MARCH.plusDays(31))).contains(MARCH.plusDays(30));
    }

    @Test
    void a_late_payment_for_earlier_days_keeps_the_later_ones() {
        Licensing taxed = after(taxed(MARCH.plusYears(1), MARCH.plusYears(2)), taxed(MARCH, MARCH.plusYears(1)));
        assertThat(taxed.taxed())
                .containsExactly(
                        new Licensing.TaxPeriod(MARCH, MARCH.plusYears(1)),
                        new Licensing.TaxPeriod(MARCH.plusYears(1).plusDays(1), MARCH.plusYears(2)));
    }

    @Test
    void the_due_date_runs_on_over_payments_that_join_and_stops_at_a_gap() {
        LocalDate end = MARCH.plusYears(1);
        Licensing joined = after(taxed(MARCH, end), taxed(end.plusDays(1), end.plusYears(1)));
        assertThat(joined.taxDueDate(MARCH)).contains(end.plusYears(1));
        Licensing gap = after(taxed(MARCH, end), taxed(end.plusDays(2), end.plusYears(1)));
        assertThat(gap.taxDueDate(MARCH)).contains(end);
        assertThat(gap.taxDueDate(end.plusDays(1))).contains(end);
        assertThat(gap.taxDueDate(end.plusDays(2))).contains(end.plusYears(1));
        assertThat(gap.taxDueDate(MARCH.minusDays(1))).isEmpty();
    }

    @Test
    void tax_ends_with_the_day_of_a_sale() {
        Licensing sold = after(taxed(MARCH, MARCH.plusYears(1)), sold(MARCH.plusMonths(2)));
        assertThat(sold.taxedOn(MARCH.plusMonths(2))).isTrue();
        assertThat(sold.taxStatus(MARCH.plusMonths(2).plusDays(1))).contains(TaxStatus.UNTAXED);
    }

    @Test
    void tax_of_which_a_sale_leaves_no_day_was_told_of_all_the_same() {
        Licensing sold = after(taxed(MARCH, MARCH.plusYears(1)), sold(MARCH.minusDays(1)));
        assertThat(sold.taxStatus(MARCH)).contains(TaxStatus.UNTAXED);
        assertThat(sold.allowsMarkChange(MARCH)).isFalse();
    }

    @Test
    void tax_ends_with_a_disposal_a_death_an_export_and_scrapping() {
        LocalDate end = MARCH.plusMonths(2);
        for (VehicleFact fact : List.of(
                disposed(end),
                new KeeperDied(VEHICLE, sealedPerson(), end),
                new VehicleExported(VEHICLE, MARK, "FR", end),
                new VehicleScrapped(VEHICLE, MARK, end))) {
            Licensing ended = after(taxed(MARCH, MARCH.plusYears(1)), fact);
            assertThat(ended.taxStatus(end.plusDays(1))).as(fact.toString()).contains(TaxStatus.UNTAXED);
        }
    }

    @Test
    void a_sorn_begins_on_its_day_and_has_no_due_date() {
        Licensing sorn = after(taxed(MARCH, MARCH.plusYears(1)), new SornDeclared(VEHICLE, MARCH.plusDays(10)));
        assertThat(sorn.taxStatus(MARCH.plusDays(9))).contains(TaxStatus.TAXED);
        assertThat(sorn.taxStatus(MARCH.plusDays(10))).contains(TaxStatus.SORN);
        assertThat(sorn.taxDueDate(MARCH.plusDays(10))).isEmpty();
    }

    @Test
    void tax_ends_a_sorn_and_so_does_a_sale() {
        Licensing taxed = after(new SornDeclared(VEHICLE, MARCH), taxed(MARCH.plusDays(5), MARCH.plusYears(1)));
        assertThat(taxed.taxStatus(MARCH.plusDays(5))).contains(TaxStatus.TAXED);
        assertThat(taxed.taxStatus(MARCH.plusYears(1).plusDays(1))).contains(TaxStatus.UNTAXED);
        Licensing sold = after(new SornDeclared(VEHICLE, MARCH), sold(MARCH.plusDays(5)));
        assertThat(sold.taxStatus(MARCH.plusDays(6))).contains(TaxStatus.UNTAXED);
    }

    @Test
    void a_sorn_of_less_than_five_years_allows_a_change_of_mark() {
        Licensing sorn = after(new SornDeclared(VEHICLE, MARCH));
        assertThat(sorn.allowsMarkChange(MARCH.plusYears(5).minusDays(1))).isTrue();
        assertThat(sorn.allowsMarkChange(MARCH.plusYears(5))).isFalse();
    }

    @Test
    void a_new_keeper_who_declares_at_once_carries_the_years_off_the_road_on() {
        Licensing atOnce = after(new SornDeclared(VEHICLE, MARCH), acquired(MARCH.plusYears(3), TaxOrSorn.SORN));
        assertThat(atOnce.offRoadSince()).isEqualTo(MARCH);
        assertThat(atOnce.allowsMarkChange(MARCH.plusYears(5))).isFalse();
    }

    @Test
    void after_a_gap_of_two_days_the_years_off_the_road_count_anew() {
        Licensing nextDay = after(
                new SornDeclared(VEHICLE, MARCH),
                sold(MARCH.plusYears(3)),
                sorn(MARCH.plusYears(3).plusDays(1)));
        Licensing dayAfter = after(
                new SornDeclared(VEHICLE, MARCH),
                sold(MARCH.plusYears(3)),
                sorn(MARCH.plusYears(3).plusDays(2)));
        assertThat(nextDay.offRoadSince()).isEqualTo(MARCH);
        assertThat(dayAfter.offRoadSince()).isEqualTo(MARCH.plusYears(3).plusDays(2));
    }

    @Test
    void a_sorn_stands_declared_from_its_first_day_until_something_ends_it() {
        Licensing sorn = after(new SornDeclared(VEHICLE, MARCH));
        assertThat(sorn.sornDeclaredBy(MARCH.minusDays(1))).isFalse();
        assertThat(sorn.sornDeclaredBy(MARCH)).isTrue();
        assertThat(sorn.after(sold(MARCH)).sornDeclaredBy(MARCH)).isFalse();
    }

    @Test
    void neither_taxed_nor_sorn_allows_no_change_of_mark() {
        assertThat(after(taxed(MARCH, MARCH.plusDays(1))).allowsMarkChange(MARCH.plusDays(2)))
                .isFalse();
    }

    @Test
    void a_pass_is_valid_to_its_last_day_and_a_failure_takes_nothing_from_it() {
        Licensing tested = after(new MotPassed(VEHICLE, MARCH, MARCH.plusYears(1)), new MotFailed(VEHICLE, MARCH));
        assertThat(tested.motValidOn(MARCH.plusYears(1))).isTrue();
        assertThat(tested.motValidOn(MARCH.plusYears(1).plusDays(1))).isFalse();
        assertThat(after(new MotFailed(VEHICLE, MARCH)).motFed()).isTrue();
    }

    private static Licensing after(VehicleFact... facts) {
        Licensing licensing = Licensing.UNKNOWN;
        for (VehicleFact fact : facts) licensing = licensing.after(fact);
        return licensing;
    }

    private static TaxPaid taxed(LocalDate from, LocalDate until) {
        return new TaxPaid(VEHICLE, from, until);
    }

    private static SornDeclared sorn(LocalDate from) {
        return new SornDeclared(VEHICLE, from);
    }

    private static KeeperChanged sold(LocalDate on) {
        return new KeeperChanged(VEHICLE, sealedPerson(), on, null, null, List.of());
    }

    private static DisposedToTrade disposed(LocalDate on) {
        return new DisposedToTrade(VEHICLE, MARK, sealedParty(), on, null, null, List.of());
    }

    private static AcquiredFromTrade acquired(LocalDate on, TaxOrSorn taxOrSorn) {
        return new AcquiredFromTrade(VEHICLE, sealedPerson(), sealedParty(), on, null, taxOrSorn, List.of());
    }
}
