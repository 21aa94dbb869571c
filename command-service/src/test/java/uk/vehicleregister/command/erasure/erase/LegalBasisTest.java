package uk.vehicleregister.command.erasure.erase;

import static uk.vehicleregister.kernel.Samples.TODAY;
import static uk.vehicleregister.kernel.Samples.VEHICLE;
import static uk.vehicleregister.kernel.refusal.RefusalCode.*;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.vehicleregister.kernel.erasure.LegalBasis;
import uk.vehicleregister.kernel.erasure.PersonRole;
import uk.vehicleregister.kernel.event.KeeperCorrected;

/// On which ground somebody may be forgotten, and from which day.
class LegalBasisTest extends Erasing {

    @Test
    void as_no_longer_necessary_a_keepership_may_go_seven_years_after_its_end_and_no_day_earlier() {
        given(registered(GWEN), sold(OWEN, TODAY.minusYears(7), null));
        erase(one(0, PersonRole.KEEPER)).thenAccepted();
        vehicle.clear();
        given(registered(GWEN), sold(OWEN, TODAY.minusYears(7).plusDays(1), null));
        erase(one(0, PersonRole.KEEPER)).thenRefused(RETENTION_PERIOD_RUNS);
    }

    @Test
    void the_years_count_from_the_day_as_it_was_corrected() {
        given(
                registered(GWEN),
                sold(OWEN, TODAY, null),
                new KeeperCorrected(VEHICLE, 1, "case 17", null, TODAY.minusYears(7), keeper(OWEN), SOLD, null, TODAY));
        erase(one(0, PersonRole.KEEPER)).thenAccepted();
        given(new KeeperCorrected(
                VEHICLE, 1, "case 18", null, TODAY.minusYears(7).plusDays(1), keeper(OWEN), SOLD, null, TODAY));
        erase(one(0, PersonRole.KEEPER)).thenRefused(RETENTION_PERIOD_RUNS);
    }

    @ParameterizedTest
    @EnumSource(names = {"OBJECTION_UPHELD", "UNLAWFULLY_PROCESSED", "LEGAL_OBLIGATION"})
    void on_another_ground_nobody_waits_for_the_years(LegalBasis basis) {
        given(registered(GWEN), sold(OWEN, TODAY, null));
        erase(basis, one(0, PersonRole.KEEPER)).thenAccepted();
    }

    @Test
    void only_the_address_of_a_seller_rests_on_consent() {
        given(registered(GWEN), sold(OWEN, TODAY, EMAIL));
        erase(LegalBasis.CONSENT_WITHDRAWN, one(1, PersonRole.SELLER)).thenAccepted();
        erase(LegalBasis.CONSENT_WITHDRAWN, one(0, PersonRole.KEEPER)).thenRefused(LEGAL_BASIS_DOES_NOT_FIT);
        erase(LegalBasis.CONSENT_WITHDRAWN, before(TODAY)).thenRefused(LEGAL_BASIS_DOES_NOT_FIT);
    }

    @Test
    void a_registrar_must_have_looked_at_the_exemptions() {
        given(registered(GWEN), sold(OWEN, SOLD, null));
        unlooked(one(0, PersonRole.KEEPER)).thenRefused(CONSENT_MISSING);
        unlooked(before(TODAY)).thenRefused(CONSENT_MISSING);
    }

    @Test
    void all_keepers_of_before_a_day_go_together() {
        given(registered(GWEN), sold(OWEN, SOLD, null), sold("N", SOLD.plusDays(1), null), sold("P", TODAY, null));
        erase(before(SOLD)).thenRefused(NOTHING_TO_ERASE);
        erase(before(SOLD.plusDays(1))).thenRecorded(erased(PersonRole.KEEPER, GWEN, 0L));
        erase(before(TODAY)).thenRecorded(erased(PersonRole.KEEPER, GWEN, 0L), erased(PersonRole.KEEPER, OWEN, 1L));
        erase(before(TODAY.plusDays(1))).thenRefused(DATE_IN_FUTURE);
    }
}
