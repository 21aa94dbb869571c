package uk.vehicleregister.command.record.correct;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.vehicleregister.command.History.*;
import static uk.vehicleregister.kernel.Samples.*;
import static uk.vehicleregister.kernel.refusal.RefusalCode.*;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.vehicleregister.command.Given;
import uk.vehicleregister.command.desk.Decision;
import uk.vehicleregister.command.desk.Fold;
import uk.vehicleregister.command.record.correct.CorrectRecord.Correction;
import uk.vehicleregister.command.record.correct.CorrectRecord.Keepership;
import uk.vehicleregister.command.record.correct.CorrectRecord.NeverWas;
import uk.vehicleregister.command.record.correct.CorrectedDetails.Detail;
import uk.vehicleregister.kernel.event.AcquiredFromTrade;
import uk.vehicleregister.kernel.event.DetailsCorrected;
import uk.vehicleregister.kernel.event.Fact;
import uk.vehicleregister.kernel.event.KeeperChangeReversed;
import uk.vehicleregister.kernel.event.KeeperChanged;
import uk.vehicleregister.kernel.event.KeeperCorrected;
import uk.vehicleregister.kernel.event.KeeperDetailsChanged;
import uk.vehicleregister.kernel.event.KeeperDied;
import uk.vehicleregister.kernel.event.V5CIssued;
import uk.vehicleregister.kernel.event.VehicleFact;
import uk.vehicleregister.kernel.keeper.KeeperType;
import uk.vehicleregister.kernel.paper.Credential;
import uk.vehicleregister.kernel.sealing.SealedKeeper;
import uk.vehicleregister.kernel.vehicle.Marker;
import uk.vehicleregister.kernel.vehicle.TaxOrSorn;
import uk.vehicleregister.kernel.vehicle.VehicleDetails;

/// The vehicle's facts stand at positions 100, 101 and so on.
class CorrectRecordTest {

    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);
    private static final String REASON = "case 17";

    private static final SealedKeeper ANNA = keeper("anna");
    private static final SealedKeeper BEN = keeper("ben");
    private static final SealedKeeper BEN_MARRIED = keeper("ben under another name");
    private static final SealedKeeper CARL = keeper("carl");
    private static final SealedKeeper DORA = keeper("dora");
    private static final VehicleFact REGISTERED = registered(MARK, FIRST_REGISTERED, "M1", ANNA);
    private static final VehicleFact SOLD_TO_BEN = sold(BEN, MAY);

    @Test
    void a_keeper_is_corrected_and_gets_a_v5c_that_names_them() {
        given(REGISTERED, SOLD_TO_BEN)
                .when(told(101, keeper()))
                .thenRecorded(
                        new KeeperCorrected(VEHICLE, 101, REASON, DORA, MAY, DORA, MAY, null, TODAY), v5cOf(DORA));
    }

    @Test
    void a_date_of_sale_is_corrected_and_the_keeper_s_v5c_tells_it() {
        given(REGISTERED, SOLD_TO_BEN)
                .when(told(101, soldOn(JUNE)))
                .thenRecorded(
                        new KeeperCorrected(VEHICLE, 101, REASON, null, JUNE, BEN, JUNE, null, TODAY), v5cOf(BEN));
    }

    @Test
    void an_earlier_keeper_is_corrected_and_the_keeper_of_today_keeps_their_v5c() {
        given(REGISTERED, SOLD_TO_BEN, sold(CARL, JUNE))
                .when(told(101, keeper()))
                .thenRecorded(new KeeperCorrected(VEHICLE, 101, REASON, DORA, MAY, CARL, JUNE, null, TODAY));
    }

    @Test
    void of_what_stands_the_event_recorded_last_counts_whatever_its_date() {
        given(REGISTERED, SOLD_TO_BEN, sold(CARL, JUNE))
                .when(told(102, soldOn(MAY.minusDays(9))))
                .thenRecorded(
                        new KeeperCorrected(
                                VEHICLE, 102, REASON, null, MAY.minusDays(9), CARL, MAY.minusDays(9), null, TODAY),
                        v5cOf(CARL));
    }

    @Test
    void the_first_keepership_is_corrected_by_its_own_date_and_stays_no_change() {
        given(REGISTERED)
                .when(told(100, new Keepership(null, JUNE, person())))
                .thenRecorded(
                        new KeeperCorrected(VEHICLE, 100, REASON, DORA, JUNE, DORA, null, null, TODAY), v5cOf(DORA));
    }

    @Test
    void a_vehicle_registered_into_the_trade_may_have_had_a_keeper() {
        given(registeredInTrade())
                .when(told(100, keeper()))
                .thenRecorded(
                        new KeeperCorrected(VEHICLE, 100, REASON, DORA, FIRST_REGISTERED, DORA, null, null, TODAY),
                        v5cOf(DORA));
    }

    @Test
    void a_disposal_has_another_date_and_no_v5c_for_it() {
        given(REGISTERED, disposed(MAY))
                .when(told(101, soldOn(JUNE)))
                .thenRecorded(new KeeperCorrected(VEHICLE, 101, REASON, null, JUNE, null, null, JUNE, TODAY));
    }

    @Test
    void a_disposal_that_never_was_gives_the_keeper_back_with_a_new_v5c() {
        given(REGISTERED, disposed(MAY))
                .when(told(101, new NeverWas()))
                .thenRecorded(
                        new KeeperChangeReversed(VEHICLE, 101, REASON, MAY, ANNA, null, null, TODAY), v5cOf(ANNA));
    }

    @Test
    void a_sale_that_never_was_leaves_the_keeper_and_the_changes_before_it() {
        given(REGISTERED, SOLD_TO_BEN, sold(CARL, JUNE))
                .when(told(102, new NeverWas()))
                .thenRecorded(new KeeperChangeReversed(VEHICLE, 102, REASON, JUNE, BEN, MAY, null, TODAY), v5cOf(BEN));
    }

    @Test
    void an_earlier_sale_that_never_was_leaves_today_as_it_is() {
        given(REGISTERED, SOLD_TO_BEN, sold(CARL, JUNE))
                .when(told(101, new NeverWas()))
                .thenRecorded(new KeeperChangeReversed(VEHICLE, 101, REASON, MAY, CARL, JUNE, null, TODAY));
    }

    @Test
    void an_acquisition_that_never_was_leaves_the_vehicle_in_the_trade_with_a_v5c_of_nobody() {
        given(REGISTERED, disposed(MAY), acquired(CARL, JUNE))
                .when(told(102, new NeverWas()))
                .thenRecorded(
                        new KeeperChangeReversed(VEHICLE, 102, REASON, JUNE, null, null, MAY, TODAY), v5cOf(null));
    }

    @Test
    void a_death_that_never_was_is_taken_back_and_not_otherwise_corrected() {
        VehicleFact died = new KeeperDied(VEHICLE, keeper("estate"), JUNE);
        given(REGISTERED, died)
                .when(told(101, new NeverWas()))
                .thenRecorded(
                        new KeeperChangeReversed(VEHICLE, 101, REASON, JUNE, ANNA, null, null, TODAY), v5cOf(ANNA));
        given(REGISTERED, died).when(told(101, soldOn(MAY))).thenRefused(NOT_CORRECTABLE);
    }

    @Test
    void a_first_registration_was() {
        given(REGISTERED).when(told(100, new NeverWas())).thenRefused(NOT_CORRECTABLE);
    }

    @Test
    void what_was_taken_back_is_not_taken_back_again_but_may_be_told_again() {
        VehicleFact reversed = new KeeperChangeReversed(VEHICLE, 101, REASON, MAY, ANNA, null, null, TODAY);
        given(REGISTERED, SOLD_TO_BEN, reversed).when(told(101, new NeverWas())).thenRefused(NOTHING_TO_CORRECT);
        given(REGISTERED, SOLD_TO_BEN, reversed)
                .when(told(101, soldOn(MAY)))
                .thenRecorded(new KeeperCorrected(VEHICLE, 101, REASON, null, MAY, BEN, MAY, null, TODAY), v5cOf(BEN));
    }

    @Test
    void a_correction_of_a_correction_names_the_event_that_told_it_first() {
        VehicleFact corrected = new KeeperCorrected(VEHICLE, 101, REASON, CARL, MAY, CARL, MAY, null, TODAY);
        given(REGISTERED, SOLD_TO_BEN, corrected).when(told(102, keeper())).thenRefused(NOT_CORRECTABLE);
        given(REGISTERED, SOLD_TO_BEN, corrected)
                .when(told(101, keeper()))
                .thenRecorded(
                        new KeeperCorrected(VEHICLE, 101, REASON, DORA, MAY, DORA, MAY, null, TODAY), v5cOf(DORA));
    }

    @Test
    void the_newest_correction_tells_again_who_was_corrected_before() {
        VehicleFact corrected = new KeeperCorrected(VEHICLE, 101, REASON, CARL, MAY, CARL, MAY, null, TODAY);
        given(REGISTERED, SOLD_TO_BEN, corrected)
                .when(told(101, soldOn(JUNE)))
                .thenRecorded(
                        new KeeperCorrected(VEHICLE, 101, REASON, CARL, JUNE, CARL, JUNE, null, TODAY), v5cOf(CARL));
    }

    @Test
    void a_keeper_s_new_name_stays_when_a_date_is_corrected_and_goes_with_the_keeper() {
        VehicleFact married = new KeeperDetailsChanged(VEHICLE, BEN_MARRIED, JUNE);
        assertThat(keeperAfter(given(REGISTERED, SOLD_TO_BEN, married).when(told(101, soldOn(JUNE)))))
                .isEqualTo(BEN_MARRIED);
        assertThat(keeperAfter(given(REGISTERED, SOLD_TO_BEN, married).when(told(101, new NeverWas()))))
                .isEqualTo(ANNA);
        VehicleFact reversed = new KeeperChangeReversed(VEHICLE, 101, REASON, MAY, ANNA, null, null, TODAY);
        assertThat(keeperAfter(given(REGISTERED, SOLD_TO_BEN, married, reversed).when(told(101, soldOn(JUNE)))))
                .isEqualTo(BEN_MARRIED);
    }

    @Test
    void what_the_record_says_already_is_not_corrected() {
        given(REGISTERED, SOLD_TO_BEN).when(told(101, soldOn(MAY))).thenRefused(NOTHING_TO_CORRECT);
        given(REGISTERED, SOLD_TO_BEN).when(sameKeeper(101, keeper())).thenRefused(NOTHING_TO_CORRECT);
        given(REGISTERED, SOLD_TO_BEN)
                .when(sameKeeper(101, new Keepership(JUNE, null, person())))
                .thenRecorded(
                        new KeeperCorrected(VEHICLE, 101, REASON, null, JUNE, BEN, JUNE, null, TODAY), v5cOf(BEN));
    }

    @Test
    void a_sale_today_is_taken_and_one_tomorrow_has_not_been() {
        given(REGISTERED, SOLD_TO_BEN).when(told(101, soldOn(TODAY))).thenAccepted();
        given(REGISTERED, SOLD_TO_BEN)
                .when(told(101, soldOn(TODAY.plusDays(1))))
                .thenRefused(DATE_IN_FUTURE);
    }

    @Test
    void each_event_is_corrected_by_what_it_tells_only() {
        given(REGISTERED).when(told(100, soldOn(JUNE))).thenRefused(NOT_CORRECTABLE);
        given(REGISTERED, SOLD_TO_BEN)
                .when(told(101, new Keepership(null, JUNE, null)))
                .thenRefused(NOT_CORRECTABLE);
        given(REGISTERED, disposed(MAY)).when(told(101, keeper())).thenRefused(NOT_CORRECTABLE);
        given(REGISTERED, disposed(MAY))
                .when(told(101, new Keepership(null, JUNE, null)))
                .thenRefused(NOT_CORRECTABLE);
        given(REGISTERED, SOLD_TO_BEN).when(told(101, colour("RED"))).thenRefused(NOT_CORRECTABLE);
        given(REGISTERED, v5c()).when(told(101, soldOn(MAY))).thenRefused(NOT_CORRECTABLE);
        given(REGISTERED, v5c()).when(told(101, new NeverWas())).thenRefused(NOT_CORRECTABLE);
        given(REGISTERED, marked(Marker.STOLEN)).when(told(101, colour("RED"))).thenRefused(NOT_CORRECTABLE);
    }

    @Test
    void a_position_that_is_not_of_this_vehicle_is_not_found() {
        given(REGISTERED, SOLD_TO_BEN).when(told(102, soldOn(JUNE))).thenRefused(NOT_FOUND);
        given().when(told(0, new NeverWas())).thenRefused(NOT_FOUND);
    }

    @Test
    void details_are_corrected_all_together_and_the_v5c_shows_them() {
        given(REGISTERED)
                .when(told(100, colour("RED")))
                .thenRecorded(new DetailsCorrected(VEHICLE, 100, REASON, details("RED"), TODAY), v5cOf(ANNA));
    }

    @Test
    void details_corrected_before_are_corrected_from_there_and_by_either_position() {
        VehicleFact red = new DetailsCorrected(VEHICLE, 100, REASON, details("RED"), TODAY);
        given(REGISTERED, red).when(told(100, colour("RED"))).thenRefused(NOTHING_TO_CORRECT);
        given(REGISTERED, red)
                .when(told(101, colour("BLUE")))
                .thenRecorded(new DetailsCorrected(VEHICLE, 101, REASON, details("BLUE"), TODAY), v5cOf(ANNA));
        given(REGISTERED, red).when(told(100, colour("BLUE"))).thenAccepted();
    }

    @Test
    void every_detail_can_be_corrected() {
        CorrectedDetails all = new CorrectedDetails(
                "FORD", "FOCUS", "RED", "DIESEL", 1499, 99, 2018, "N1", "3 AXLE", 2000, "EURO5", Set.of());
        VehicleDetails right = new VehicleDetails(
                "FORD", "FOCUS", "RED", "DIESEL", 1499, 99, 2018, FIRST_REGISTERED, "N1", "3 AXLE", 2000, "EURO5");
        assertThat(given(REGISTERED).when(told(100, all)).thenAccepted().getFirst())
                .isEqualTo(new DetailsCorrected(VEHICLE, 100, REASON, right, TODAY));
    }

    @Test
    void what_does_not_apply_to_the_vehicle_is_taken_off_its_details() {
        CorrectedDetails none = new CorrectedDetails(
                null, null, null, null, null, null, null, null, null, null, null, Set.of(Detail.values()));
        VehicleDetails told = vehicleDetails();
        VehicleDetails right = new VehicleDetails(
                told.make(),
                told.model(),
                told.colour(),
                told.fuelType(),
                null,
                null,
                told.yearOfManufacture(),
                FIRST_REGISTERED,
                null,
                null,
                null,
                null);
        assertThat(given(REGISTERED).when(told(100, none)).thenAccepted().getFirst())
                .isEqualTo(new DetailsCorrected(VEHICLE, 100, REASON, right, TODAY));
    }

    @Test
    void a_vehicle_is_made_in_the_year_of_its_first_registration_at_the_latest() {
        given(REGISTERED)
                .when(told(100, madeIn(FIRST_REGISTERED.getYear() - 1)))
                .thenAccepted();
        given(REGISTERED)
                .when(told(100, madeIn(FIRST_REGISTERED.getYear() + 1)))
                .thenRefused(NOT_CORRECTABLE);
    }

    @Test
    void in_the_trade_corrected_details_wait_for_the_next_keeper_s_v5c() {
        assertThat(given(REGISTERED, disposed(MAY))
                        .when(told(100, colour("RED")))
                        .thenAccepted())
                .doesNotHaveAnyElementsOfTypes(V5CIssued.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"V5C_SUPPRESSED", "EXPORTED", "SCRAPPED"})
    void where_there_is_no_v5c_none_is_printed(Marker marker) {
        assertThat(given(REGISTERED, SOLD_TO_BEN, marked(marker))
                        .when(told(101, keeper()))
                        .thenAccepted())
                .doesNotHaveAnyElementsOfTypes(V5CIssued.class);
        assertThat(given(REGISTERED, marked(marker))
                        .when(told(100, colour("RED")))
                        .thenAccepted())
                .doesNotHaveAnyElementsOfTypes(V5CIssued.class);
        assertThat(given(REGISTERED, marked(marker), lifted(marker))
                        .when(told(100, colour("RED")))
                        .thenAccepted())
                .hasAtLeastOneElementOfType(V5CIssued.class);
    }

    @Test
    void the_v5c_shows_the_mark_the_vehicle_carries_now() {
        List<Fact> facts = given(REGISTERED, assigned(PERSONAL_MARK, MARK))
                .when(told(100, colour("RED")))
                .thenAccepted();
        assertThat(((V5CIssued) facts.getLast()).mark()).isEqualTo(PERSONAL_MARK);
    }

    @Test
    void what_is_decided_is_what_the_next_correction_finds() {
        VehicleRecord before = given(REGISTERED, SOLD_TO_BEN, sold(CARL, JUNE)).state();
        Fact decided =
                new Given.Then(told(101, keeper()).apply(before)).thenAccepted().getFirst();
        VehicleRecord after = before.after(new VehicleRecord.Told(103, (VehicleFact) decided));
        assertThat(after.keepings().at(101)).isEqualTo(new Keeping(Keeping.Kind.SOLD, MAY, DORA, DORA, false));
        assertThat(after.keepings().keeper()).isEqualTo(((KeeperCorrected) decided).keeper());
    }

    private static SealedKeeper keeperAfter(Given.Then then) {
        return switch (then.thenAccepted().getFirst()) {
            case KeeperCorrected f -> f.keeper();
            case KeeperChangeReversed f -> f.keeper();
            case Fact other -> throw new AssertionError(other);
        };
    }

    private static SealedKeeper keeper(String name) {
        return new SealedKeeper(KeeperType.PERSON, sealed(name), sealed("SA34HP"));
    }

    private static VehicleFact sold(SealedKeeper to, LocalDate on) {
        return new KeeperChanged(VEHICLE, to, on, null, null, List.of());
    }

    private static VehicleFact acquired(SealedKeeper by, LocalDate on) {
        return new AcquiredFromTrade(VEHICLE, by, sealedParty(), on, null, TaxOrSorn.NEITHER, List.of());
    }

    private static VehicleDetails details(String colour) {
        return colour(colour).over(vehicleDetails());
    }

    private static Keepership keeper() {
        return new Keepership(null, null, person());
    }

    private static Keepership soldOn(LocalDate date) {
        return new Keepership(date, null, null);
    }

    private static CorrectedDetails colour(String colour) {
        return new CorrectedDetails(null, null, colour, null, null, null, null, null, null, null, null, Set.of());
    }

    private static CorrectedDetails madeIn(int year) {
        return new CorrectedDetails(null, null, null, null, null, null, year, null, null, null, null, Set.of());
    }

    private static V5CIssued v5cOf(@Nullable SealedKeeper holder) {
        return new V5CIssued(VEHICLE, MARK, printedFor(holder), TODAY);
    }

    private static Credential printedFor(@Nullable SealedKeeper holder) {
        return credential(holder == null ? "nobody" : holder.details().text());
    }

    private static Given<VehicleRecord> given(VehicleFact... facts) {
        List<VehicleRecord.Told> told = new java.util.ArrayList<>();
        for (int i = 0; i < facts.length; i++) told.add(new VehicleRecord.Told(100 + i, facts[i]));
        return new Given<>(Fold.of(told, VehicleRecord.EMPTY, VehicleRecord::after));
    }

    private static Function<VehicleRecord, Decision> told(long position, Correction correction) {
        return decided(position, correction, false);
    }

    private static Function<VehicleRecord, Decision> sameKeeper(long position, Correction correction) {
        return decided(position, correction, true);
    }

    private static Function<VehicleRecord, Decision> decided(long position, Correction correction, boolean same) {
        CorrectRecord command = new CorrectRecord(VEHICLE, position, REASON, correction);
        return vehicle -> CorrectRecordDecider.decide(command, vehicle, same, new Press(), TODAY);
    }

    /// The keeper told of is Dora, and a number tells whom it was printed for.
    private static final class Press implements CorrectRecordDecider.Press {

        @Override
        public SealedKeeper newKeeper() {
            return DORA;
        }

        @Override
        public Credential v5c(@Nullable SealedKeeper holder) {
            return printedFor(holder);
        }
    }
}
