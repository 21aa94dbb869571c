package uk.vehicleregister.command.entitlement.nominate;

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
import uk.vehicleregister.kernel.event.NomineeNamed;
import uk.vehicleregister.kernel.sealing.SealedParty;

class NameNomineeTest {

    private static final SealedParty NOMINEE = new SealedParty(sealed("nominee"));

    @Test
    void a_nominee_is_named_on_a_new_certificate_with_the_same_last_day() {
        name(new Found(held(TODAY.plusDays(9)), true))
                .thenRecorded(new NomineeNamed(
                        PERSONAL_MARK, credential("another number"), NOMINEE, TODAY, TODAY.plusDays(9)));
    }

    @Test
    void an_unknown_mark_and_a_wrong_number_are_one_answer() {
        name(new Found(new None(), false)).thenRefused(CERTIFICATE_NOT_MATCHED);
        name(new Found(held(TODAY), false)).thenRefused(CERTIFICATE_NOT_MATCHED);
        name(new Found(new Lapsed(credential()), false)).thenRefused(CERTIFICATE_NOT_MATCHED);
    }

    @Test
    void a_right_that_has_lapsed_is_gone() {
        name(new Found(new Lapsed(credential()), true)).thenRefused(CERTIFICATE_EXPIRED);
    }

    @Test
    void until_the_right_is_lost_six_years_after_expiry() {
        name(new Found(held(TODAY.minusYears(6)), true)).thenAccepted();
        name(new Found(held(TODAY.minusYears(6).minusDays(1)), true)).thenRefused(CERTIFICATE_EXPIRED);
    }

    private static Then name(Found found) {
        var command = new NameNominee(PERSONAL_MARK, CERTIFICATE_NUMBER, nominee());
        var papers = new NameNomineeDecider.Papers(credential("another number"), NOMINEE);
        return new Then(NameNomineeDecider.decide(command, found, _ -> papers, TODAY));
    }

    private static Held held(LocalDate expiresOn) {
        return new Held(credential(), expiresOn, sealedParty(), null);
    }
}
