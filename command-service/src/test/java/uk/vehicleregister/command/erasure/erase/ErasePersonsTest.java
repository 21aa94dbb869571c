package uk.vehicleregister.command.erasure.erase;

import static uk.vehicleregister.kernel.Samples.MARK;
import static uk.vehicleregister.kernel.Samples.TODAY;
import static uk.vehicleregister.kernel.Samples.VEHICLE;
import static uk.vehicleregister.kernel.refusal.RefusalCode.*;

import java.util.List;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.kernel.erasure.ErasureReason;
import uk.vehicleregister.kernel.erasure.LegalBasis;
import uk.vehicleregister.kernel.erasure.PersonRole;
import uk.vehicleregister.kernel.event.AcquiredFromTrade;
import uk.vehicleregister.kernel.event.DisposedToTrade;
import uk.vehicleregister.kernel.event.EntitlementGranted;
import uk.vehicleregister.kernel.event.EntitlementUsed;
import uk.vehicleregister.kernel.event.KeeperChangeReversed;
import uk.vehicleregister.kernel.event.KeeperCorrected;
import uk.vehicleregister.kernel.event.MarkRetained;
import uk.vehicleregister.kernel.event.MarkerLifted;
import uk.vehicleregister.kernel.event.NomineeNamed;
import uk.vehicleregister.kernel.event.PersonErased;
import uk.vehicleregister.kernel.event.VehicleExported;
import uk.vehicleregister.kernel.event.VehicleScrapped;
import uk.vehicleregister.kernel.vehicle.Marker;
import uk.vehicleregister.kernel.vehicle.TaxOrSorn;

class ErasePersonsTest extends Erasing {

    @Test
    void whose_keepership_has_ended_is_forgotten_wherever_their_key_sealed_something() {
        given(registered(GWEN), v5cFor(GWEN), details(GWEN), sold(OWEN, SOLD, null), v5cFor(OWEN));
        erase(one(0, PersonRole.KEEPER)).thenRecorded(erased(PersonRole.KEEPER, GWEN, 0L, 1L, 2L));
    }

    @Test
    void with_a_keeper_goes_the_address_they_gave_as_the_seller() {
        given(registered(GWEN), sold(OWEN, SOLD, EMAIL));
        erase(one(0, PersonRole.KEEPER))
                .thenRecorded(erased(PersonRole.KEEPER, GWEN, 0L), erased(PersonRole.SELLER, EMAIL, 1L));
    }

    @Test
    void with_a_keeper_goes_the_address_they_gave_at_a_sale_that_was_taken_back() {
        given(
                registered(GWEN),
                sold(OWEN, SOLD, EMAIL),
                new KeeperChangeReversed(VEHICLE, 1, "case 17", SOLD, keeper(GWEN), null, null, SOLD),
                sold("N", SOLD, "F"));
        erase(one(0, PersonRole.KEEPER))
                .thenRecorded(
                        erased(PersonRole.KEEPER, GWEN, 0L, 2L),
                        erased(PersonRole.SELLER, EMAIL, 1L),
                        erased(PersonRole.SELLER, "F", 3L));
    }

    @Test
    void seller_and_buyer_of_one_event_are_forgotten_apart() {
        given(registered(GWEN), sold(OWEN, SOLD, EMAIL), sold("N", SOLD, null));
        erase(one(1, PersonRole.SELLER)).thenRecorded(erased(PersonRole.SELLER, EMAIL, 1L));
        erase(one(1, PersonRole.KEEPER)).thenRecorded(erased(PersonRole.KEEPER, OWEN, 1L));
    }

    @Test
    void the_keeper_on_record_stays() {
        given(registered(GWEN), sold(OWEN, SOLD, null));
        erase(one(1, PersonRole.KEEPER)).thenRefused(PERSON_STILL_ON_RECORD);
    }

    @Test
    void when_a_sale_is_taken_back_its_seller_is_keeper_and_stays_and_the_other_may_go() {
        given(
                registered(GWEN),
                sold(OWEN, SOLD, null),
                new KeeperChangeReversed(VEHICLE, 1, "case 17", SOLD, keeper(GWEN), null, null, TODAY));
        erase(one(0, PersonRole.KEEPER)).thenRefused(PERSON_STILL_ON_RECORD);
        erase(LegalBasis.UNLAWFULLY_PROCESSED, one(1, PersonRole.KEEPER)).thenAccepted();
    }

    @Test
    void who_was_recorded_in_error_goes_and_the_right_keeper_stays() {
        given(
                registered(GWEN),
                sold(OWEN, SOLD, null),
                new KeeperCorrected(VEHICLE, 1, "case 17", keeper("N"), SOLD, keeper("N"), SOLD, null, TODAY));
        erase(LegalBasis.UNLAWFULLY_PROCESSED, one(1, PersonRole.KEEPER))
                .thenRecorded(new PersonErased(
                        ERASURE,
                        PersonRole.KEEPER,
                        key(OWEN),
                        List.of(1L),
                        VEHICLE,
                        ErasureReason.RETENTION_PERIOD_OVER,
                        LegalBasis.UNLAWFULLY_PROCESSED,
                        TODAY));
        erase(LegalBasis.UNLAWFULLY_PROCESSED, one(2, PersonRole.KEEPER)).thenRefused(PERSON_STILL_ON_RECORD);
    }

    @Test
    void the_last_keeper_of_a_vehicle_that_is_gone_may_go_unless_it_comes_back() {
        given(registered(GWEN), new VehicleScrapped(VEHICLE, MARK, SOLD));
        erase(one(0, PersonRole.KEEPER)).thenAccepted();
        given(new MarkerLifted(VEHICLE, Marker.SCRAPPED, "case 17", TODAY));
        erase(one(0, PersonRole.KEEPER)).thenRefused(PERSON_STILL_ON_RECORD);
        given(new VehicleExported(VEHICLE, MARK, "IE", SOLD));
        erase(one(0, PersonRole.KEEPER)).thenAccepted();
    }

    @Test
    void the_trader_who_has_it_stays_and_goes_once_it_is_sold_on() {
        given(registered(GWEN), new DisposedToTrade(VEHICLE, MARK, party(TRADER), SOLD, null, null, List.of()));
        erase(one(1, PersonRole.TRADER)).thenRefused(PERSON_STILL_ON_RECORD);
        erase(one(0, PersonRole.KEEPER)).thenAccepted();
        given(new AcquiredFromTrade(VEHICLE, keeper(OWEN), party("U"), SOLD, null, TaxOrSorn.NEITHER, List.of()));
        erase(one(1, PersonRole.TRADER)).thenRecorded(erased(PersonRole.TRADER, TRADER, 1L));
        erase(one(2, PersonRole.TRADER)).thenRecorded(erased(PersonRole.TRADER, "U", 2L));
    }

    @Test
    void a_business_that_acted_once_may_go() {
        given(registered(GWEN), new MarkRetained(VEHICLE, MARK, MARK, party(BUSINESS), SOLD));
        erase(one(1, PersonRole.ACTING_BUSINESS)).thenRecorded(erased(PersonRole.ACTING_BUSINESS, BUSINESS, 1L));
    }

    @Test
    void who_holds_a_right_to_a_mark_stays_until_it_is_used() {
        givenMark(
                new EntitlementGranted(MARK, VEHICLE, credential(GWEN), party(GWEN), SOLD, TODAY),
                new NomineeNamed(MARK, credential(GWEN), party(OWEN), SOLD, TODAY));
        erase(one(0, PersonRole.GRANTEE)).thenRefused(PERSON_STILL_ON_RECORD);
        erase(one(1, PersonRole.NOMINEE)).thenRefused(PERSON_STILL_ON_RECORD);
        givenMark(new NomineeNamed(MARK, credential(GWEN), party("N"), SOLD, TODAY));
        erase(one(1, PersonRole.NOMINEE)).thenAccepted();
        givenMark(new EntitlementUsed(MARK, VEHICLE, false, SOLD));
        erase(one(0, PersonRole.GRANTEE))
                .thenRecorded(new PersonErased(
                        ERASURE,
                        PersonRole.GRANTEE,
                        key(GWEN),
                        List.of(0L, 1L, 2L),
                        null,
                        ErasureReason.RETENTION_PERIOD_OVER,
                        LegalBasis.NO_LONGER_NECESSARY,
                        TODAY));
    }

    @Test
    void of_whom_no_event_tells_so_nothing_is_known() {
        given(registered(GWEN), sold(OWEN, SOLD, null));
        erase(one(7, PersonRole.KEEPER)).thenRefused(NOT_FOUND);
        erase(one(0, PersonRole.TRADER)).thenRefused(NOT_FOUND);
        vehicle.clear();
        erase(before(TODAY)).thenRefused(NOT_FOUND);
    }

    @Test
    void nobody_is_forgotten_twice() {
        given(registered(GWEN), sold(OWEN, SOLD, EMAIL));
        erased.add(key(EMAIL));
        erase(one(0, PersonRole.KEEPER)).thenRecorded(erased(PersonRole.KEEPER, GWEN, 0L));
        erased.add(key(GWEN));
        erase(one(0, PersonRole.KEEPER)).thenRefused(ALREADY_ERASED);
        erase(before(TODAY)).thenRefused(NOTHING_TO_ERASE);
    }
}
