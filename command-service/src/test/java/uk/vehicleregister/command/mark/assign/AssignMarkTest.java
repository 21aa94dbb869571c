package uk.vehicleregister.command.mark.assign;

import static uk.vehicleregister.command.History.*;
import static uk.vehicleregister.kernel.Samples.*;
import static uk.vehicleregister.kernel.Samples.Q_MARK;
import static uk.vehicleregister.kernel.refusal.RefusalCode.*;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.vehicleregister.command.Given;
import uk.vehicleregister.command.Given.Then;
import uk.vehicleregister.command.entitlement.Entitlement;
import uk.vehicleregister.command.mark.assign.AssignMarkDecider.Shown;
import uk.vehicleregister.command.mark.assign.AssignMarkDecider.Vehicle;
import uk.vehicleregister.kernel.event.EntitlementBought;
import uk.vehicleregister.kernel.event.EntitlementExtended;
import uk.vehicleregister.kernel.event.EntitlementGranted;
import uk.vehicleregister.kernel.event.EntitlementLapsed;
import uk.vehicleregister.kernel.event.EntitlementSurrendered;
import uk.vehicleregister.kernel.event.EntitlementUsed;
import uk.vehicleregister.kernel.event.MarkAssigned;
import uk.vehicleregister.kernel.event.MarkFact;
import uk.vehicleregister.kernel.event.MarkIssued;
import uk.vehicleregister.kernel.event.MarkReplaced;
import uk.vehicleregister.kernel.event.MarkRestored;
import uk.vehicleregister.kernel.event.MarkTransferred;
import uk.vehicleregister.kernel.event.NomineeNamed;
import uk.vehicleregister.kernel.event.V5CIssued;
import uk.vehicleregister.kernel.event.VehicleFact;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.refusal.RefusalCode;
import uk.vehicleregister.kernel.sealing.SealedParty;
import uk.vehicleregister.kernel.vehicle.Marker;

class AssignMarkTest {

    private static final MarkFact ISSUED = new MarkIssued(PERSONAL_MARK, OTHER_VEHICLE, LocalDate.of(1999, 1, 1));

    @Test
    void an_assigned_mark_uses_up_its_certificate_and_replaces_the_vehicles_mark_with_a_new_v5c() {
        new Asked()
                .of(registered())
                .thenRecorded(
                        new MarkAssigned(VEHICLE, PERSONAL_MARK, MARK, sealedParty(), TODAY),
                        new V5CIssued(VEHICLE, PERSONAL_MARK, credential("90807060504"), TODAY),
                        new EntitlementUsed(PERSONAL_MARK, VEHICLE, false, TODAY),
                        new MarkReplaced(MARK, VEHICLE, TODAY));
    }

    @Test
    void a_suppressed_v5c_is_told_before_anything_else() {
        new Asked()
                .of(registered(), disposed(TODAY), marked(Marker.V5C_SUPPRESSED))
                .thenRefused(V5C_SUPPRESSED);
    }

    @Test
    void a_vehicle_in_the_trade_has_no_keeper() {
        new Asked().of(registered(), disposed(TODAY)).thenRefused(NO_KEEPER);
        new Asked().of(registered(), disposed(TODAY), acquired(TODAY)).thenAccepted();
    }

    @Test
    void the_executor_of_an_estate_may_assign() {
        new Asked().of(registered(), died(TODAY)).thenAccepted();
        new Asked().shown(false, true, true).of(registered(), died(TODAY)).thenRefused(POSTCODE_MISMATCH);
    }

    @Test
    void nothing_is_put_on_a_vehicle_told_of_as_scrapped_or_exported() {
        new Asked().of(registered(), scrapped()).thenRefused(SCRAPPED);
        new Asked().of(registered(), destroyed()).thenRefused(SCRAPPED);
        new Asked().of(registered(), exported()).thenRefused(EXPORTED);
    }

    @Test
    void the_postcode_must_be_the_keepers() {
        new Asked().shown(false, true, true).of(registered()).thenRefused(POSTCODE_MISMATCH);
        new Asked()
                .shown(false, true, true)
                .of(registered(), keeperChanged(TODAY))
                .thenRefused(POSTCODE_MISMATCH);
    }

    @ParameterizedTest
    @CsvSource({"EXPORTED, EXPORTED", "SCRAPPED, SCRAPPED", "STOLEN, STOLEN"})
    void a_marker_stops_assignment_until_it_is_lifted(Marker marker, RefusalCode code) {
        new Asked().of(registered(), marked(marker)).thenRefused(code);
        new Asked().of(registered(), marked(marker), lifted(marker)).thenAccepted();
    }

    @ParameterizedTest
    @CsvSource({
        "DIRECT_TO_PAPER, DIRECT_TO_PAPER",
        "LICENSING_HISTORY, LICENSING_HISTORY",
        "IDENTITY_CHECK, IDENTITY_CHECK",
        "WRITE_OFF_A, WRITTEN_OFF",
        "WRITE_OFF_B, WRITTEN_OFF"
    })
    void what_no_rule_can_decide_waits_for_a_registrar_and_passes_once_one_has_accepted_it(
            Marker marker, RefusalCode cause) {
        new Asked().of(registered(), marked(marker)).thenUnderReview(cause);
        new Asked().of(registered(), marked(marker), lifted(marker)).thenAccepted();
        new Asked().reviewed().of(registered(), marked(marker)).thenAccepted();
    }

    @Test
    void nobody_reviews_an_assignment_without_a_right_certificate() {
        new Asked()
                .shown(true, false, true)
                .of(registered(), marked(Marker.DIRECT_TO_PAPER))
                .thenRefused(CERTIFICATE_NOT_MATCHED);
    }

    @Test
    void nothing_is_put_on_a_vehicle_with_a_q_mark() {
        new Asked().onVehicleWith(Q_MARK).of(registered(Q_MARK)).thenRefused(RefusalCode.Q_MARK);
    }

    @Test
    void a_q_mark_is_put_on_nothing() {
        new Asked().putting(Q_MARK).of(registered()).thenRefused(RefusalCode.Q_MARK);
    }

    @Test
    void a_tractor_is_not_of_a_type_that_is_tested() {
        new Asked().of(registered(MARK, FIRST_REGISTERED, "T1", sealedPerson())).thenRefused(NOT_TESTABLE_TYPE);
    }

    @Test
    void a_mark_first_issued_on_the_day_of_first_registration_does_not_make_the_vehicle_look_newer() {
        new Asked()
                .putting(mark("AB19 XYZ"))
                .of(registered(MARK, LocalDate.of(2019, 3, 1), "M1", sealedPerson()))
                .thenAccepted();
    }

    @Test
    void a_mark_first_issued_a_day_later_does() {
        new Asked()
                .putting(mark("AB19 XYZ"))
                .of(registered(mark("AB68 CDE"), LocalDate.of(2019, 2, 28), "M1", sealedPerson()))
                .thenRefused(WOULD_LOOK_NEWER);
    }

    @Test
    void the_grantee_must_have_consented() {
        new Asked().withoutConsent().of(registered()).thenRefused(CONSENT_MISSING);
    }

    @Test
    void the_number_must_be_that_of_the_latest_certificate() {
        new Asked().shown(true, false, true).of(registered()).thenRefused(CERTIFICATE_NOT_MATCHED);
    }

    @Test
    void a_mark_that_was_never_on_a_certificate_cannot_be_assigned() {
        new Asked().certificate().of(registered()).thenRefused(CERTIFICATE_NOT_MATCHED);
        new Asked().certificate(ISSUED).of(registered()).thenRefused(CERTIFICATE_NOT_MATCHED);
    }

    @Test
    void a_certificate_that_has_been_used_is_spent() {
        new Asked()
                .certificate(ISSUED, granted(TODAY), new EntitlementUsed(PERSONAL_MARK, OTHER_VEHICLE, false, TODAY))
                .of(registered())
                .thenRefused(CERTIFICATE_NOT_MATCHED);
    }

    @Test
    void a_mark_that_was_replaced_or_has_gone_back_is_on_no_certificate() {
        new Asked()
                .certificate(ISSUED, granted(TODAY), new MarkReplaced(PERSONAL_MARK, OTHER_VEHICLE, TODAY))
                .of(registered())
                .thenRefused(CERTIFICATE_NOT_MATCHED);
        new Asked()
                .certificate(ISSUED, granted(TODAY), new MarkRestored(PERSONAL_MARK, OTHER_VEHICLE, TODAY))
                .of(registered())
                .thenRefused(CERTIFICATE_NOT_MATCHED);
    }

    @Test
    void on_its_expiry_day_a_certificate_is_free_of_charge() {
        new Asked().certificate(ISSUED, granted(TODAY)).of(registered()).thenAccepted();
    }

    @Test
    void a_day_after_expiry_a_fee_of_170_pounds_is_due() {
        new Asked()
                .certificate(ISSUED, granted(TODAY.minusDays(1)))
                .payingIfDue()
                .of(registered())
                .thenFeeIsDue(170_00);
    }

    @Test
    void without_a_payment_the_fee_is_asked_for() {
        new Asked()
                .certificate(ISSUED, granted(TODAY.minusDays(1)))
                .of(registered())
                .thenRefused(FEE_DUE);
    }

    @Test
    void exactly_six_years_after_expiry_the_mark_can_still_be_paid_for() {
        new Asked()
                .certificate(ISSUED, granted(TODAY.minusYears(6)))
                .paid()
                .of(registered())
                .thenRecorded(
                        new MarkAssigned(VEHICLE, PERSONAL_MARK, MARK, sealedParty(), TODAY),
                        new V5CIssued(VEHICLE, PERSONAL_MARK, credential("90807060504"), TODAY),
                        new EntitlementUsed(PERSONAL_MARK, VEHICLE, true, TODAY),
                        new MarkReplaced(MARK, VEHICLE, TODAY));
    }

    @Test
    void a_day_more_and_the_right_is_lost() {
        new Asked()
                .certificate(ISSUED, granted(TODAY.minusYears(6).minusDays(1)))
                .payingIfDue()
                .of(registered())
                .thenRefused(CERTIFICATE_EXPIRED);
    }

    @Test
    void a_bought_mark_is_assigned_like_a_retained_one_and_was_on_no_vehicle_before() {
        new Asked().certificate(bought(TODAY, null)).of(registered()).thenAccepted();
    }

    @Test
    void a_bought_mark_has_the_same_dates() {
        new Asked()
                .certificate(bought(TODAY.minusDays(1), null))
                .payingIfDue()
                .of(registered())
                .thenFeeIsDue(170_00);
        new Asked()
                .certificate(bought(TODAY.minusYears(6), null))
                .payingIfDue()
                .of(registered())
                .thenFeeIsDue(170_00);
        new Asked()
                .certificate(bought(TODAY.minusYears(6).minusDays(1), null))
                .payingIfDue()
                .of(registered())
                .thenRefused(CERTIFICATE_EXPIRED);
    }

    @Test
    void after_an_extension_the_new_dates_count() {
        MarkFact granted = granted(TODAY.minusYears(12));
        new Asked().certificate(granted, extended(TODAY)).of(registered()).thenAccepted();
        new Asked()
                .certificate(granted, extended(TODAY.minusDays(1)))
                .of(registered())
                .thenRefused(FEE_DUE);
        new Asked()
                .certificate(granted, extended(TODAY.minusYears(6)))
                .payingIfDue()
                .of(registered())
                .thenFeeIsDue(170_00);
        new Asked()
                .certificate(granted, extended(TODAY.minusYears(6).minusDays(1)))
                .payingIfDue()
                .of(registered())
                .thenRefused(CERTIFICATE_EXPIRED);
    }

    @Test
    void a_right_that_has_lapsed_is_lost() {
        new Asked()
                .certificate(granted(TODAY), new EntitlementLapsed(PERSONAL_MARK, TODAY))
                .payingIfDue()
                .of(registered())
                .thenRefused(CERTIFICATE_EXPIRED);
    }

    @Test
    void a_right_that_was_given_up_or_moved_on_is_on_no_certificate() {
        new Asked()
                .certificate(
                        granted(TODAY), new EntitlementSurrendered(PERSONAL_MARK, credential(), 80_00, TODAY, TODAY))
                .of(registered())
                .thenRefused(CERTIFICATE_NOT_MATCHED);
        new Asked()
                .certificate(ISSUED, new MarkTransferred(PERSONAL_MARK, OTHER_VEHICLE, VEHICLE, TODAY))
                .of(registered())
                .thenRefused(CERTIFICATE_NOT_MATCHED);
    }

    @Test
    void where_no_nominee_was_named_the_grantees_consent_is_enough_for_any_keepers_vehicle() {
        new Asked().shown(true, true, false).of(registered()).thenAccepted();
        new Asked()
                .shown(true, true, false)
                .certificate(bought(TODAY, null))
                .of(registered())
                .thenAccepted();
    }

    @Test
    void once_one_was_named_only_the_holders_or_the_nominees_vehicle_will_do() {
        MarkFact named = new NomineeNamed(PERSONAL_MARK, credential(), sealedParty(), TODAY, TODAY);
        for (MarkFact[] certificate : new MarkFact[][] {
            {granted(TODAY), named}, {bought(TODAY, sealedParty())}, {bought(TODAY, null), named, extended(TODAY)}
        }) {
            new Asked()
                    .certificate(certificate)
                    .shown(true, true, false)
                    .of(registered())
                    .thenRefused(NOT_GRANTEE_OR_NOMINEE);
            new Asked().certificate(certificate).of(registered()).thenAccepted();
        }
    }

    @Test
    void nobody_is_told_of_a_nominee_without_the_certificate_or_asked_to_pay_in_vain() {
        MarkFact late = bought(TODAY.minusDays(1), sealedParty());
        new Asked().certificate(late).shown(true, false, false).of(registered()).thenRefused(CERTIFICATE_NOT_MATCHED);
        new Asked()
                .certificate(late)
                .shown(true, true, false)
                .payingIfDue()
                .of(registered())
                .thenRefused(NOT_GRANTEE_OR_NOMINEE);
    }

    private static MarkFact bought(LocalDate expiresOn, @Nullable SealedParty nominee) {
        return new EntitlementBought(
                PERSONAL_MARK, credential(), sealedParty(), nominee, expiresOn.minusYears(10), expiresOn);
    }

    private static MarkFact extended(LocalDate expiresOn) {
        return new EntitlementExtended(PERSONAL_MARK, credential(), expiresOn.minusYears(10), expiresOn);
    }

    private static MarkFact granted(LocalDate expiresOn) {
        return new EntitlementGranted(
                PERSONAL_MARK, OTHER_VEHICLE, credential(), sealedParty(), expiresOn.minusYears(10), expiresOn);
    }

    @Test
    void where_no_tax_was_fed_nothing_is_refused_for_it() {
        new Asked().of(registered(), keeperChanged(TODAY)).thenAccepted();
    }

    @Test
    void a_vehicle_taxed_to_today_takes_the_mark() {
        new Asked().of(registered(), taxed(TODAY.minusMonths(6), TODAY)).thenAccepted();
    }

    @Test
    void a_vehicle_taxed_to_yesterday_is_refused() {
        new Asked()
                .of(registered(), taxed(TODAY.minusMonths(6), TODAY.minusDays(1)))
                .thenRefused(NOT_TAXED);
    }

    @Test
    void a_sorn_of_one_day_less_than_five_years_is_taken() {
        new Asked().of(registered(), offRoad(TODAY.minusYears(5).plusDays(1))).thenAccepted();
    }

    @Test
    void a_sorn_of_five_years_is_refused() {
        new Asked().of(registered(), offRoad(TODAY.minusYears(5))).thenRefused(NOT_TAXED);
    }

    @Test
    void tax_is_looked_at_before_the_consent_and_the_certificate() {
        new Asked()
                .withoutConsent()
                .of(registered(), offRoad(TODAY.minusYears(5)))
                .thenRefused(NOT_TAXED);
    }

    /// An application that is in order, but for what a test changes.
    private static final class Asked {

        private RegistrationMark onVehicle = MARK;
        private RegistrationMark toAssign = PERSONAL_MARK;
        private Entitlement entitlement = entitlement(ISSUED, granted(TODAY.plusYears(5)));
        private boolean livesThere = true;
        private boolean certificateMatches = true;
        private boolean keeperMayUseIt = true;
        private boolean reviewed;
        private boolean consent = true;
        private boolean canPay;
        private boolean paid;

        Asked onVehicleWith(RegistrationMark mark) {
            onVehicle = mark;
            return this;
        }

        Asked putting(RegistrationMark mark) {
            toAssign = mark;
            return this;
        }

        Asked certificate(MarkFact... facts) {
            entitlement = entitlement(facts);
            return this;
        }

        Asked shown(boolean livesThere, boolean certificateMatches, boolean keeperMayUseIt) {
            this.livesThere = livesThere;
            this.certificateMatches = certificateMatches;
            this.keeperMayUseIt = keeperMayUseIt;
            return this;
        }

        Asked reviewed() {
            reviewed = true;
            return this;
        }

        Asked withoutConsent() {
            consent = false;
            return this;
        }

        Asked payingIfDue() {
            canPay = true;
            return this;
        }

        Asked paid() {
            paid = true;
            return payingIfDue();
        }

        Then of(VehicleFact... vehicle) {
            var command = new AssignMark(
                    onVehicle,
                    SHOWN,
                    person().address().postcode(),
                    CERTIFICATE_NUMBER,
                    toAssign,
                    consent,
                    actingBusiness(),
                    canPay);
            var papers = new AssignMarkDecider.Papers(VEHICLE, sealedParty(), credential("90807060504"));
            var shown = new Shown(livesThere, certificateMatches, keeperMayUseIt, paid, reviewed);
            return Given.recorded(Vehicle.NEW, AssignMarkDecider::evolve, vehicle)
                    .when(state ->
                            AssignMarkDecider.decide(command, state, entitlement, VEHICLE, shown, () -> papers, TODAY));
        }

        private static Entitlement entitlement(MarkFact... facts) {
            return Given.<Entitlement, MarkFact>recorded(new Entitlement.None(), Entitlement::evolve, facts)
                    .state();
        }
    }
}
