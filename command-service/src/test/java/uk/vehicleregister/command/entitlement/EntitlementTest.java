package uk.vehicleregister.command.entitlement;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.vehicleregister.kernel.Samples.*;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.vehicleregister.command.Given;
import uk.vehicleregister.command.entitlement.Entitlement.Held;
import uk.vehicleregister.command.entitlement.Entitlement.Lapsed;
import uk.vehicleregister.command.entitlement.Entitlement.None;
import uk.vehicleregister.kernel.event.EntitlementBought;
import uk.vehicleregister.kernel.event.EntitlementExtended;
import uk.vehicleregister.kernel.event.EntitlementGranted;
import uk.vehicleregister.kernel.event.EntitlementLapsed;
import uk.vehicleregister.kernel.event.EntitlementSurrendered;
import uk.vehicleregister.kernel.event.EntitlementUsed;
import uk.vehicleregister.kernel.event.MarkFact;
import uk.vehicleregister.kernel.event.MarkIssued;
import uk.vehicleregister.kernel.event.MarkReplaced;
import uk.vehicleregister.kernel.event.MarkRestored;
import uk.vehicleregister.kernel.event.MarkTransferred;
import uk.vehicleregister.kernel.event.NomineeNamed;
import uk.vehicleregister.kernel.paper.Credential;
import uk.vehicleregister.kernel.sealing.SealedParty;

/// What is left of a right to a mark after each thing that can happen to it.
class EntitlementTest {

    private static final LocalDate EXPIRY = TODAY.plusYears(10);
    private static final Credential FIRST = credential("1-11111-111111-P4ULA");
    private static final Credential SECOND = credential("1-22222-222222-P4ULA");
    private static final SealedParty HOLDER = new SealedParty(sealed("the holder"));
    private static final SealedParty NOMINEE = new SealedParty(sealed("the nominee"));

    private static final MarkFact GRANTED =
            new EntitlementGranted(PERSONAL_MARK, VEHICLE, FIRST, HOLDER, TODAY, EXPIRY);
    private static final MarkFact NAMED = new NomineeNamed(PERSONAL_MARK, SECOND, NOMINEE, TODAY, EXPIRY);
    private static final MarkFact EXTENDED =
            new EntitlementExtended(PERSONAL_MARK, SECOND, TODAY, EXPIRY.plusYears(10));
    private static final MarkFact LAPSED = new EntitlementLapsed(PERSONAL_MARK, TODAY);

    @Test
    void a_mark_nobody_holds_has_none() {
        assertThat(after()).isEqualTo(new None());
        assertThat(after(new MarkIssued(PERSONAL_MARK, VEHICLE, TODAY))).isEqualTo(new None());
    }

    @Test
    void a_retained_mark_is_held_by_its_grantee() {
        assertThat(after(GRANTED)).isEqualTo(new Held(FIRST, EXPIRY, HOLDER, null));
    }

    @Test
    void a_bought_mark_is_held_by_its_purchaser_perhaps_for_a_nominee() {
        assertThat(after(new EntitlementBought(PERSONAL_MARK, FIRST, HOLDER, NOMINEE, TODAY, EXPIRY)))
                .isEqualTo(new Held(FIRST, EXPIRY, HOLDER, NOMINEE));
    }

    @Test
    void a_nomination_changes_the_number_and_the_nominee_and_no_date() {
        assertThat(after(GRANTED, NAMED)).isEqualTo(new Held(SECOND, EXPIRY, HOLDER, NOMINEE));
    }

    @Test
    void an_extension_changes_the_number_and_the_date_and_keeps_the_nominee() {
        assertThat(after(GRANTED, NAMED, EXTENDED)).isEqualTo(new Held(SECOND, EXPIRY.plusYears(10), HOLDER, NOMINEE));
    }

    @Test
    void a_right_that_is_retained_again_has_no_nominee_from_before() {
        assertThat(after(GRANTED, NAMED, new EntitlementUsed(PERSONAL_MARK, VEHICLE, false, TODAY), GRANTED))
                .isEqualTo(new Held(FIRST, EXPIRY, HOLDER, null));
    }

    @Test
    void a_lapsed_right_remembers_its_last_number() {
        assertThat(after(GRANTED, NAMED, LAPSED)).isEqualTo(new Lapsed(SECOND));
    }

    @Test
    void what_was_used_given_up_or_moved_is_held_no_more() {
        assertThat(after(GRANTED, new EntitlementUsed(PERSONAL_MARK, VEHICLE, false, TODAY)))
                .isEqualTo(new None());
        assertThat(after(GRANTED, new EntitlementSurrendered(PERSONAL_MARK, FIRST, 80_00, TODAY, EXPIRY)))
                .isEqualTo(new None());
        assertThat(after(GRANTED, new MarkReplaced(PERSONAL_MARK, VEHICLE, TODAY)))
                .isEqualTo(new None());
        assertThat(after(GRANTED, new MarkRestored(PERSONAL_MARK, VEHICLE, TODAY)))
                .isEqualTo(new None());
        assertThat(after(GRANTED, new MarkTransferred(PERSONAL_MARK, VEHICLE, OTHER_VEHICLE, TODAY)))
                .isEqualTo(new None());
    }

    @Test
    void on_its_last_day_a_certificate_has_not_expired_and_a_day_later_it_has() {
        assertThat(held(TODAY).hasExpired(TODAY)).isFalse();
        assertThat(held(TODAY).hasExpired(TODAY.plusDays(1))).isTrue();
    }

    @Test
    void exactly_six_years_after_expiry_a_right_is_not_lost_and_a_day_later_it_is() {
        assertThat(held(TODAY).isLost(TODAY.plusYears(6))).isFalse();
        assertThat(held(TODAY).isLost(TODAY.plusYears(6).plusDays(1))).isTrue();
        assertThat(held(TODAY).lostOn()).isEqualTo(TODAY.plusYears(6).plusDays(1));
    }

    @ParameterizedTest
    @CsvSource({"2028-02-29, 2034-03-01", "2030-02-28, 2036-02-29", "2030-03-01, 2036-03-02"})
    void six_years_are_counted_forward_also_around_the_end_of_february(LocalDate expiresOn, LocalDate lostOn) {
        assertThat(held(expiresOn).lostOn()).isEqualTo(lostOn);
        assertThat(held(expiresOn).isLost(lostOn.minusDays(1))).isFalse();
        assertThat(held(expiresOn).isLost(lostOn)).isTrue();
    }

    private static Held held(LocalDate expiresOn) {
        return new Held(FIRST, expiresOn, HOLDER, null);
    }

    private static Entitlement after(MarkFact... facts) {
        return Given.<Entitlement, MarkFact>recorded(new None(), Entitlement::evolve, facts)
                .state();
    }
}
