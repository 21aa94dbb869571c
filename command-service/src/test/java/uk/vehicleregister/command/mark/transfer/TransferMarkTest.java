package uk.vehicleregister.command.mark.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.vehicleregister.command.History.*;
import static uk.vehicleregister.kernel.Samples.*;
import static uk.vehicleregister.kernel.Samples.Q_MARK;
import static uk.vehicleregister.kernel.refusal.RefusalCode.*;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import uk.vehicleregister.command.Given;
import uk.vehicleregister.command.Given.Then;
import uk.vehicleregister.command.desk.Decision;
import uk.vehicleregister.command.mark.transfer.TransferMarkDecider.Pair;
import uk.vehicleregister.command.mark.transfer.TransferMarkDecider.Replacement;
import uk.vehicleregister.command.mark.transfer.TransferMarkDecider.Shown;
import uk.vehicleregister.kernel.event.DetailsCorrected;
import uk.vehicleregister.kernel.event.EntitlementLapsed;
import uk.vehicleregister.kernel.event.FeePurpose;
import uk.vehicleregister.kernel.event.MarkIssued;
import uk.vehicleregister.kernel.event.MarkReplaced;
import uk.vehicleregister.kernel.event.MarkRestored;
import uk.vehicleregister.kernel.event.MarkTransferred;
import uk.vehicleregister.kernel.event.MarkTransferredAway;
import uk.vehicleregister.kernel.event.MarkTransferredIn;
import uk.vehicleregister.kernel.event.SornDeclared;
import uk.vehicleregister.kernel.event.TaxPaid;
import uk.vehicleregister.kernel.event.V5CIssued;
import uk.vehicleregister.kernel.event.VehicleFact;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.refusal.RefusalCode;
import uk.vehicleregister.kernel.vehicle.Marker;

class TransferMarkTest {

    /// What the other vehicle carries.
    private static final RegistrationMark OTHER_MARK = mark("AB19 XYZ");

    @Test
    void a_mark_moves_in_one_act_and_both_vehicles_have_new_papers() {
        new Asked()
                .of(registered())
                .thenRecorded(
                        new MarkTransferredAway(VEHICLE, MARK, REPLACEMENT_MARK, OTHER_VEHICLE, TODAY),
                        new V5CIssued(VEHICLE, REPLACEMENT_MARK, credential("11111111111"), TODAY),
                        new MarkTransferredIn(OTHER_VEHICLE, MARK, OTHER_MARK, VEHICLE, TODAY),
                        new V5CIssued(OTHER_VEHICLE, MARK, credential("22222222222"), TODAY),
                        new MarkTransferred(MARK, VEHICLE, OTHER_VEHICLE, TODAY),
                        new MarkIssued(REPLACEMENT_MARK, VEHICLE, TODAY),
                        new MarkReplaced(OTHER_MARK, OTHER_VEHICLE, TODAY));
    }

    @Test
    void the_original_mark_goes_back_on_the_vehicle_that_gives() {
        List<?> facts = new Asked()
                .replacedBy(new Replacement(MARK, true))
                .of(registered())
                .thenAccepted();
        assertThat(facts.get(5)).isEqualTo(new MarkRestored(MARK, VEHICLE, TODAY));
    }

    @Test
    void an_original_mark_is_free_only_while_it_waits_replaced_on_its_own_vehicle() {
        var replaced = new MarkReplaced(MARK, VEHICLE, TODAY);
        assertThat(TransferMarkDecider.waitsFor(VEHICLE, List.of(replaced))).isTrue();
        assertThat(TransferMarkDecider.waitsFor(OTHER_VEHICLE, List.of(replaced)))
                .isFalse();
        assertThat(TransferMarkDecider.waitsFor(VEHICLE, List.of())).isFalse();
        assertThat(TransferMarkDecider.waitsFor(
                        VEHICLE, List.of(replaced, new MarkTransferred(MARK, VEHICLE, OTHER_VEHICLE, TODAY))))
                .isFalse();
        assertThat(TransferMarkDecider.waitsFor(VEHICLE, List.of(replaced, new EntitlementLapsed(MARK, TODAY))))
                .isFalse();
    }

    @Test
    void it_costs_eighty_pounds() {
        Then due = new Asked().unpaid().of(registered());
        due.thenFeeIsDue(80_00);
        assertThat(((Decision.PaymentDue) due.decision()).purpose()).isEqualTo(FeePurpose.TRANSFER);
    }

    @Test
    void no_fee_is_asked_for_what_will_be_refused() {
        new Asked().unpaid().of(registered(), marked(Marker.EXPORTED)).thenRefused(EXPORTED);
    }

    @Test
    void a_suppressed_v5c_on_either_side_is_told_before_anything_else() {
        new Asked()
                .shown(false, false)
                .eitherSide(V5C_SUPPRESSED, registered(), disposed(TODAY), marked(Marker.V5C_SUPPRESSED));
    }

    @Test
    void both_vehicles_need_a_keeper() {
        new Asked().eitherSide(NO_KEEPER, registered(), disposed(TODAY));
        new Asked().eitherSide(NO_KEEPER, registeredInTrade());
        new Asked().of(registered(), disposed(TODAY), acquired(TODAY)).thenAccepted();
    }

    @Test
    void the_postcode_must_be_that_of_both_keepers() {
        new Asked().shown(false, true).of(registered()).thenRefused(POSTCODE_MISMATCH);
    }

    @Test
    void both_must_have_the_same_keeper() {
        new Asked().shown(true, false).of(registered()).thenRefused(DIFFERENT_KEEPERS);
    }

    @ParameterizedTest
    @CsvSource({
        "DIRECT_TO_PAPER, DIRECT_TO_PAPER",
        "LICENSING_HISTORY, LICENSING_HISTORY",
        "IDENTITY_CHECK, IDENTITY_CHECK",
        "WRITE_OFF_A, WRITTEN_OFF",
        "WRITE_OFF_B, WRITTEN_OFF"
    })
    void what_no_rule_can_decide_on_either_side_waits_for_a_registrar(Marker marker, RefusalCode cause) {
        new Asked().of(registered(), marked(marker)).thenUnderReview(cause);
        new Asked().to(registered(), marked(marker)).thenUnderReview(cause);
        new Asked().reviewed().of(registered(), marked(marker)).thenAccepted();
        new Asked().unpaid().of(registered(), marked(marker)).thenUnderReview(cause);
    }

    @ParameterizedTest
    @CsvSource({"EXPORTED, EXPORTED", "SCRAPPED, SCRAPPED", "STOLEN, STOLEN"})
    void a_marker_on_either_side_stops_the_transfer_until_it_is_lifted(Marker marker, RefusalCode code) {
        new Asked().eitherSide(code, registered(), marked(marker));
        new Asked().of(registered(), marked(marker), lifted(marker)).thenAccepted();
        new Asked().to(registered(), marked(marker), lifted(marker)).thenAccepted();
    }

    @ParameterizedTest
    @EnumSource(names = {"WRITE_OFF_S", "WRITE_OFF_N"})
    void these_markers_do_not_stop_it(Marker marker) {
        new Asked().of(registered(), marked(marker)).thenAccepted();
        new Asked().to(registered(), marked(marker)).thenAccepted();
    }

    @Test
    void a_q_mark_neither_leaves_nor_is_replaced() {
        new Asked().moving(Q_MARK).of(registered(Q_MARK)).thenRefused(RefusalCode.Q_MARK);
        new Asked().replacing(Q_MARK).to(registered(Q_MARK)).thenRefused(RefusalCode.Q_MARK);
    }

    @Test
    void a_tractor_is_not_of_a_type_that_is_tested() {
        new Asked().eitherSide(NOT_TESTABLE_TYPE, registered(MARK, FIRST_REGISTERED, "T1", sealedPerson()));
    }

    @Test
    void a_corrected_type_counts() {
        var tractor = new DetailsCorrected(VEHICLE, 0, "case 17", vehicleDetails(FIRST_REGISTERED, "T1"), TODAY);
        new Asked().eitherSide(NOT_TESTABLE_TYPE, registered(), tractor);
    }

    @Test
    void an_untaxed_vehicle_keeps_its_mark_and_gets_no_other() {
        var taxed = new TaxPaid(VEHICLE, TODAY.minusYears(1), TODAY);
        var untaxed = new TaxPaid(VEHICLE, TODAY.minusYears(1), TODAY.minusDays(1));
        new Asked().eitherSide(NOT_TAXED, registered(), untaxed);
        new Asked().of(registered(), taxed).thenAccepted();
        new Asked().to(registered(), taxed).thenAccepted();
    }

    @Test
    void a_sorn_of_less_than_five_years_is_as_good_as_tax() {
        new Asked()
                .of(registered(), new SornDeclared(VEHICLE, TODAY.minusYears(5).plusDays(1)))
                .thenAccepted();
        new Asked().eitherSide(NOT_TAXED, registered(), new SornDeclared(VEHICLE, TODAY.minusYears(5)));
    }

    @Test
    void a_vehicle_of_1997_gets_no_automatic_replacement_and_one_of_1998_does() {
        new Asked()
                .of(registered(MARK, LocalDate.of(1997, 12, 31), "M1", sealedPerson()))
                .thenRefused(PRE_1998);
        new Asked()
                .of(registered(MARK, LocalDate.of(1998, 1, 1), "M1", sealedPerson()))
                .thenAccepted();
    }

    @Test
    void the_vehicle_that_gets_the_mark_may_be_of_1997() {
        new Asked()
                .moving(PERSONAL_MARK)
                .to(registered(OTHER_MARK, LocalDate.of(1997, 12, 31), "M1", sealedPerson()))
                .thenAccepted();
    }

    @Test
    void the_mark_may_not_make_the_vehicle_look_newer() {
        new Asked()
                .to(registered(OTHER_MARK, LocalDate.of(2019, 3, 1), "M1", sealedPerson()))
                .thenAccepted();
        new Asked()
                .to(registered(OTHER_MARK, LocalDate.of(2019, 2, 28), "M1", sealedPerson()))
                .thenRefused(WOULD_LOOK_NEWER);
    }

    /// An application that is in order, but for what a test changes.
    private static final class Asked {

        private RegistrationMark mark = MARK;
        private RegistrationMark replaced = OTHER_MARK;
        private boolean livesAtBoth = true;
        private boolean sameKeeper = true;
        private boolean reviewed;
        private Replacement replacement = new Replacement(REPLACEMENT_MARK, false);
        private boolean paid = true;

        Asked moving(RegistrationMark moved) {
            mark = moved;
            return this;
        }

        Asked replacing(RegistrationMark other) {
            replaced = other;
            return this;
        }

        Asked shown(boolean livesAtBoth, boolean sameKeeper) {
            this.livesAtBoth = livesAtBoth;
            this.sameKeeper = sameKeeper;
            return this;
        }

        Asked reviewed() {
            reviewed = true;
            return this;
        }

        Asked replacedBy(Replacement by) {
            replacement = by;
            return this;
        }

        Asked unpaid() {
            paid = false;
            return this;
        }

        Then of(VehicleFact... giving) {
            return asked(giving, state -> new Pair(state, after(registered(OTHER_MARK))));
        }

        Then to(VehicleFact... getting) {
            return asked(getting, state -> new Pair(after(registered()), state));
        }

        void eitherSide(RefusalCode code, VehicleFact... facts) {
            of(facts).thenRefused(code);
            to(facts).thenRefused(code);
        }

        private Then asked(VehicleFact[] facts, Function<VehicleInTransfer, Pair> pair) {
            var command = new TransferMark(
                    mark, SHOWN, replaced, SHOWN, person().address().postcode());
            var papers = new TransferMarkDecider.Papers(
                    VEHICLE, OTHER_VEHICLE, replacement, credential("11111111111"), credential("22222222222"));
            var shown = new Shown(livesAtBoth, sameKeeper, paid, reviewed);
            return Given.recorded(VehicleInTransfer.NEW, VehicleInTransfer::evolve, facts)
                    .when(state -> TransferMarkDecider.decide(
                            command, pair.apply(state), VEHICLE, shown, () -> papers, TODAY));
        }

        private static VehicleInTransfer after(VehicleFact... facts) {
            return Given.recorded(VehicleInTransfer.NEW, VehicleInTransfer::evolve, facts)
                    .state();
        }
    }
}
