package uk.vehicleregister.command.entitlement.lapse;

import static uk.vehicleregister.kernel.Samples.*;
import static uk.vehicleregister.kernel.refusal.RefusalCode.CONFLICT;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.command.Given.Then;
import uk.vehicleregister.command.entitlement.Entitlement;
import uk.vehicleregister.command.entitlement.Entitlement.Held;
import uk.vehicleregister.command.entitlement.Entitlement.Lapsed;
import uk.vehicleregister.command.entitlement.Entitlement.None;
import uk.vehicleregister.kernel.event.EntitlementLapsed;

class LapseEntitlementTest {

    @Test
    void a_right_lapses_a_day_after_the_six_years() {
        lapse(held(TODAY.minusYears(6).minusDays(1))).thenRecorded(new EntitlementLapsed(PERSONAL_MARK, TODAY));
    }

    @Test
    void exactly_six_years_after_expiry_it_does_not() {
        lapse(held(TODAY.minusYears(6))).thenRefused(CONFLICT);
    }

    @Test
    void noticed_late_it_lapsed_all_the_same_on_that_day() {
        lapse(held(TODAY.minusYears(20)))
                .thenRecorded(new EntitlementLapsed(
                        PERSONAL_MARK, TODAY.minusYears(14).plusDays(1)));
    }

    @Test
    void what_is_not_held_does_not_lapse() {
        lapse(new None()).thenRefused(CONFLICT);
        lapse(new Lapsed(credential())).thenRefused(CONFLICT);
    }

    private static Held held(LocalDate expiresOn) {
        return new Held(credential(), expiresOn, sealedParty(), null);
    }

    private static Then lapse(Entitlement entitlement) {
        return new Then(LapseEntitlementDecider.decide(new LapseEntitlement(PERSONAL_MARK), entitlement, TODAY));
    }
}
