package uk.vehicleregister.command.entitlement.surrender;

import static uk.vehicleregister.kernel.Samples.*;
import static uk.vehicleregister.kernel.refusal.RefusalCode.CERTIFICATE_EXPIRED;
import static uk.vehicleregister.kernel.refusal.RefusalCode.CERTIFICATE_NOT_MATCHED;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.command.Given.Then;
import uk.vehicleregister.command.entitlement.CertificateGate.Found;
import uk.vehicleregister.command.entitlement.Entitlement.Held;
import uk.vehicleregister.command.entitlement.Entitlement.Lapsed;
import uk.vehicleregister.command.entitlement.Entitlement.None;
import uk.vehicleregister.kernel.event.EntitlementSurrendered;

class SurrenderEntitlementTest {

    @Test
    void who_gives_a_right_up_gets_eighty_pounds_back() {
        surrender(new Found(held(TODAY.plusDays(9)), true))
                .thenRecorded(new EntitlementSurrendered(PERSONAL_MARK, credential(), 80_00, TODAY, TODAY.plusDays(9)));
    }

    @Test
    void also_when_the_certificate_has_expired() {
        surrender(new Found(held(TODAY.minusDays(1)), true))
                .thenRecorded(
                        new EntitlementSurrendered(PERSONAL_MARK, credential(), 80_00, TODAY, TODAY.minusDays(1)));
    }

    @Test
    void an_unknown_mark_and_a_wrong_number_are_one_answer() {
        surrender(new Found(new None(), false)).thenRefused(CERTIFICATE_NOT_MATCHED);
        surrender(new Found(held(TODAY), false)).thenRefused(CERTIFICATE_NOT_MATCHED);
        surrender(new Found(new Lapsed(credential()), false)).thenRefused(CERTIFICATE_NOT_MATCHED);
    }

    @Test
    void a_right_that_has_lapsed_is_gone() {
        surrender(new Found(new Lapsed(credential()), true)).thenRefused(CERTIFICATE_EXPIRED);
    }

    @Test
    void until_the_right_is_lost_six_years_after_expiry() {
        surrender(new Found(held(TODAY.minusYears(6)), true)).thenAccepted();
        surrender(new Found(held(TODAY.minusYears(6).minusDays(1)), true)).thenRefused(CERTIFICATE_EXPIRED);
    }

    private static Then surrender(Found found) {
        var command = new SurrenderEntitlement(PERSONAL_MARK, CERTIFICATE_NUMBER);
        return new Then(SurrenderEntitlementDecider.decide(command, found, TODAY));
    }

    private static Held held(LocalDate expiresOn) {
        return new Held(credential(), expiresOn, sealedParty(), null);
    }
}
