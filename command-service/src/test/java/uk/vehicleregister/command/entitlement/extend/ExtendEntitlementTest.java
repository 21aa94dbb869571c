package uk.vehicleregister.command.entitlement.extend;

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
import uk.vehicleregister.kernel.event.EntitlementExtended;

class ExtendEntitlementTest {

    @Test
    void an_extension_is_free_and_adds_ten_years_to_the_old_last_day() {
        extend(new Found(held(TODAY.plusDays(9)), true))
                .thenRecorded(new EntitlementExtended(
                        PERSONAL_MARK,
                        credential("another number"),
                        TODAY,
                        TODAY.plusDays(9).plusYears(10)));
    }

    @Test
    void it_is_asked_for_on_the_last_day_at_the_latest() {
        extend(new Found(held(TODAY), true)).thenAccepted();
        extend(new Found(held(TODAY.minusDays(1)), true)).thenRefused(CERTIFICATE_EXPIRED);
    }

    @Test
    void an_unknown_mark_and_a_wrong_number_are_one_answer() {
        extend(new Found(new None(), false)).thenRefused(CERTIFICATE_NOT_MATCHED);
        extend(new Found(held(TODAY), false)).thenRefused(CERTIFICATE_NOT_MATCHED);
        extend(new Found(new Lapsed(credential()), false)).thenRefused(CERTIFICATE_NOT_MATCHED);
    }

    @Test
    void a_right_that_has_lapsed_is_gone() {
        extend(new Found(new Lapsed(credential()), true)).thenRefused(CERTIFICATE_EXPIRED);
    }

    private static Then extend(Found found) {
        var command = new ExtendEntitlement(PERSONAL_MARK, CERTIFICATE_NUMBER);
        return new Then(ExtendEntitlementDecider.decide(command, found, _ -> credential("another number"), TODAY));
    }

    private static Held held(LocalDate expiresOn) {
        return new Held(credential(), expiresOn, sealedParty(), null);
    }
}
