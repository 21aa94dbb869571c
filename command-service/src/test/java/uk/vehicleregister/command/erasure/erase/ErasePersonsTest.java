package uk.vehicleregister.command.erasure.erase;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.vehicleregister.kernel.Samples.FIRST_REGISTERED;
import static uk.vehicleregister.kernel.Samples.MARK;
import static uk.vehicleregister.kernel.Samples.TODAY;
import static uk.vehicleregister.kernel.Samples.VEHICLE;
import static uk.vehicleregister.kernel.Samples.VIN;
import static uk.vehicleregister.kernel.Samples.vehicleDetails;
import static uk.vehicleregister.kernel.refusal.RefusalCode.*;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.vehicleregister.command.Given.Then;
import uk.vehicleregister.command.desk.Fold;
import uk.vehicleregister.command.erasure.erase.ErasePersons.KeepershipsEndedBefore;
import uk.vehicleregister.command.erasure.erase.ErasePersons.One;
import uk.vehicleregister.command.erasure.erase.ErasePersons.Whom;
import uk.vehicleregister.command.erasure.erase.ErasePersonsDecider.OnRecord;
import uk.vehicleregister.kernel.erasure.ErasureReason;
import uk.vehicleregister.kernel.erasure.LegalBasis;
import uk.vehicleregister.kernel.erasure.PersonRole;
import uk.vehicleregister.kernel.event.AcquiredFromTrade;
import uk.vehicleregister.kernel.event.DisposedToTrade;
import uk.vehicleregister.kernel.event.EntitlementGranted;
import uk.vehicleregister.kernel.event.EntitlementUsed;
import uk.vehicleregister.kernel.event.KeeperChangeReversed;
import uk.vehicleregister.kernel.event.KeeperChanged;
import uk.vehicleregister.kernel.event.KeeperCorrected;
import uk.vehicleregister.kernel.event.KeeperDetailsChanged;
import uk.vehicleregister.kernel.event.MarkFact;
import uk.vehicleregister.kernel.event.MarkRetained;
import uk.vehicleregister.kernel.event.MarkerLifted;
import uk.vehicleregister.kernel.event.NomineeNamed;
import uk.vehicleregister.kernel.event.PersonErased;
import uk.vehicleregister.kernel.event.V5CIssued;
import uk.vehicleregister.kernel.event.VehicleExported;
import uk.vehicleregister.kernel.event.VehicleFact;
import uk.vehicleregister.kernel.event.VehicleRegistered;
import uk.vehicleregister.kernel.event.VehicleScrapped;
import uk.vehicleregister.kernel.keeper.KeeperType;
import uk.vehicleregister.kernel.paper.Credential;
import uk.vehicleregister.kernel.sealing.Sealed;
import uk.vehicleregister.kernel.sealing.SealedKeeper;
import uk.vehicleregister.kernel.sealing.SealedParty;
import uk.vehicleregister.kernel.vehicle.Marker;
import uk.vehicleregister.kernel.vehicle.TaxOrSorn;

class ErasePersonsTest {

    private static final UUID ERASURE = UUID.fromString("6a7d1f43-9c1e-4a55-8a27-5b1f2d3c4e60");
    private static final String GWEN = "G";
    private static final String OWEN = "O";
    private static final String EMAIL = "E";
    private static final String TRADER = "T";
    private static final String BUSINESS = "B";
    private static final LocalDate SOLD = TODAY.minusYears(8);

    private final List<Told<VehicleFact>> vehicle = new ArrayList<>();
    private final List<Told<MarkFact>> mark = new ArrayList<>();
    private final Set<UUID> erased = new HashSet<>();

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
        given(new AcquiredFromTrade(
                VEHICLE, keeper(OWEN), party("U"), SOLD, null, TaxOrSorn.NEITHER, List.of()));
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
                new KeeperCorrected(
                        VEHICLE, 1, "case 17", null, TODAY.minusYears(7), keeper(OWEN), SOLD, null, TODAY));
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

    @Test
    void all_keepers_of_before_a_day_go_together() {
        given(registered(GWEN), sold(OWEN, SOLD, null), sold("N", SOLD.plusDays(1), null), sold("P", TODAY, null));
        erase(before(SOLD)).thenRefused(NOTHING_TO_ERASE);
        erase(before(SOLD.plusDays(1))).thenRecorded(erased(PersonRole.KEEPER, GWEN, 0L));
        erase(before(TODAY))
                .thenRecorded(erased(PersonRole.KEEPER, GWEN, 0L), erased(PersonRole.KEEPER, OWEN, 1L));
        erase(before(TODAY.plusDays(1))).thenRefused(DATE_IN_FUTURE);
    }

    private void given(VehicleFact... facts) {
        for (VehicleFact fact : facts) vehicle.add(new Told<>(vehicle.size(), fact));
    }

    private void givenMark(MarkFact... facts) {
        for (MarkFact fact : facts) mark.add(new Told<>(mark.size(), fact));
    }

    private Then erase(Whom whom) {
        return erase(LegalBasis.NO_LONGER_NECESSARY, whom);
    }

    private Then erase(LegalBasis basis, Whom whom) {
        return decided(new ErasePersons(VEHICLE, MARK, whom, ErasureReason.RETENTION_PERIOD_OVER, basis, true));
    }

    private Then unlooked(Whom whom) {
        return decided(new ErasePersons(
                VEHICLE, MARK, whom, ErasureReason.PERSON_ASKED, LegalBasis.OBJECTION_UPHELD, false));
    }

    private Then decided(ErasePersons command) {
        OnRecord record = command.whom().holdsRights()
                ? new OnRecord(
                        Fold.of(mark, PeopleOfMark.NONE, PeopleOfMark::after).persons(), null, erased::contains)
                : new OnRecord(
                        Fold.of(vehicle, PeopleOfVehicle.NONE, PeopleOfVehicle::after)
                                .persons(),
                        VEHICLE,
                        erased::contains);
        return new Then(ErasePersonsDecider.decide(command, record, ERASURE, TODAY));
    }

    private static One one(long position, PersonRole role) {
        return new One(position, role);
    }

    private static KeepershipsEndedBefore before(LocalDate date) {
        return new KeepershipsEndedBefore(date);
    }

    private static PersonErased erased(PersonRole role, String who, Long... positions) {
        return new PersonErased(
                ERASURE,
                role,
                key(who),
                List.of(positions),
                VEHICLE,
                ErasureReason.RETENTION_PERIOD_OVER,
                LegalBasis.NO_LONGER_NECESSARY,
                TODAY);
    }

    private static VehicleFact registered(String keeper) {
        return new VehicleRegistered(
                VEHICLE, VIN, MARK, vehicleDetails(FIRST_REGISTERED, "M1"), keeper(keeper), FIRST_REGISTERED);
    }

    private static VehicleFact sold(String to, LocalDate on, String sellerEmail) {
        return new KeeperChanged(
                VEHICLE, keeper(to), on, null, sellerEmail == null ? null : sealed(sellerEmail), List.of());
    }

    private static VehicleFact details(String keeper) {
        return new KeeperDetailsChanged(VEHICLE, keeper(keeper), SOLD);
    }

    private static VehicleFact v5cFor(String keeper) {
        return new V5CIssued(VEHICLE, MARK, credential(keeper), SOLD);
    }

    private static SealedKeeper keeper(String who) {
        return new SealedKeeper(KeeperType.PERSON, sealed(who), sealed(who));
    }

    private static SealedParty party(String who) {
        return new SealedParty(sealed(who));
    }

    private static Credential credential(String who) {
        return new Credential("digest", sealed(who));
    }

    /// A letter stands for the person: their key's id is made of it.
    private static Sealed sealed(String who) {
        return new Sealed(who.repeat(21) + "A.text");
    }

    private static UUID key(String who) {
        return sealed(who).keyId();
    }
}
