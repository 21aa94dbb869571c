package uk.vehicleregister.command.payment.finish;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.vehicleregister.kernel.Samples.TODAY;
import static uk.vehicleregister.kernel.refusal.RefusalCode.CONFLICT;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.command.Given;
import uk.vehicleregister.command.desk.Fold;
import uk.vehicleregister.command.payment.finish.FinishPayment.Step;
import uk.vehicleregister.command.payment.finish.PaymentOnRecord.Owed;
import uk.vehicleregister.kernel.event.AttemptAbandoned;
import uk.vehicleregister.kernel.event.FeePurpose;
import uk.vehicleregister.kernel.event.PaymentAuthorised;
import uk.vehicleregister.kernel.event.PaymentCancelled;
import uk.vehicleregister.kernel.event.PaymentClaimed;
import uk.vehicleregister.kernel.event.PaymentDeclined;
import uk.vehicleregister.kernel.event.PaymentFact;
import uk.vehicleregister.kernel.event.PaymentRefundDue;
import uk.vehicleregister.kernel.event.PaymentRefunded;
import uk.vehicleregister.kernel.event.PaymentReleased;
import uk.vehicleregister.kernel.event.PaymentSettled;
import uk.vehicleregister.kernel.event.PaymentSettlementRefused;
import uk.vehicleregister.kernel.event.PaymentTokenUsed;

class FinishPaymentTest {

    private static final String ID = "p1";
    private static final PaymentClaimed CLAIMED = new PaymentClaimed(
            ID, UUID.randomUUID(), "f", "retentions", null, FeePurpose.RETENTION, 80_00, TODAY, "early");
    private static final PaymentAuthorised AUTHORISED = new PaymentAuthorised(ID, "later", TODAY);
    private static final PaymentSettled SETTLED = new PaymentSettled(ID, TODAY);
    private static final PaymentCancelled CANCELLED = new PaymentCancelled(ID, "Q_MARK", TODAY);
    private static final PaymentDeclined DECLINED = new PaymentDeclined(ID, TODAY);
    private static final PaymentReleased RELEASED = new PaymentReleased(ID, TODAY);

    @Test
    void an_authorised_fee_is_settled_once() {
        when(new Step.Settled(), CLAIMED, AUTHORISED).thenRecorded(SETTLED);
        when(new Step.Settled(), CLAIMED, AUTHORISED, SETTLED).thenRefused(CONFLICT);
    }

    @Test
    void a_fee_without_a_change_is_never_settled() {
        when(new Step.Settled(), CLAIMED).thenRefused(CONFLICT);
        when(new Step.Settled(), CLAIMED, CANCELLED).thenRefused(CONFLICT);
    }

    @Test
    void a_fee_the_provider_will_not_pay_is_left_to_a_person() {
        when(new Step.SettlementRefused("CANCELLED"), CLAIMED, AUTHORISED)
                .thenRecorded(new PaymentSettlementRefused(ID, "CANCELLED", TODAY));
        when(new Step.SettlementRefused("CANCELLED"), CLAIMED, AUTHORISED, SETTLED)
                .thenRefused(CONFLICT);
        assertThat(owed(CLAIMED, AUTHORISED, new PaymentSettlementRefused(ID, "CANCELLED", TODAY)))
                .isEqualTo(Owed.NOTHING);
    }

    @Test
    void a_claim_is_given_up_and_nothing_else_is() {
        when(new Step.Abandoned(), CLAIMED)
                .thenRecorded(
                        new PaymentCancelled(ID, "ABANDONED", TODAY),
                        new AttemptAbandoned(CLAIMED.transactionId(), "retentions", null, TODAY));
        when(new Step.Declined(), CLAIMED).thenRecorded(DECLINED);
        when(new Step.Abandoned(), CLAIMED, AUTHORISED).thenRefused(CONFLICT);
        when(new Step.Abandoned(), CLAIMED, CANCELLED).thenRefused(CONFLICT);
        when(new Step.Declined(), CLAIMED, AUTHORISED).thenRefused(CONFLICT);
        when(new Step.Abandoned()).thenRefused(CONFLICT);
    }

    @Test
    void what_ended_without_a_change_is_let_go_once() {
        when(new Step.Released(), CLAIMED, CANCELLED).thenRecorded(RELEASED);
        when(new Step.Released(), CLAIMED, DECLINED).thenRecorded(RELEASED);
        when(new Step.Released(), CLAIMED, CANCELLED, RELEASED).thenRefused(CONFLICT);
        when(new Step.Released(), CLAIMED, AUTHORISED).thenRefused(CONFLICT);
    }

    @Test
    void a_refund_is_due_once_and_given_once() {
        PaymentRefundDue due = due("r1", 80_00);
        PaymentRefunded given = given("r1", 80_00);
        when(refund("r1", 80_00), CLAIMED, AUTHORISED, SETTLED).thenRecorded(due);
        when(refund("r1", 80_00), CLAIMED, AUTHORISED, SETTLED, due).thenRefused(CONFLICT);
        when(new Step.Refunded("r1"), CLAIMED, AUTHORISED, SETTLED, due).thenRecorded(given);
        when(new Step.Refunded("r1"), CLAIMED, AUTHORISED, SETTLED, due, given).thenRefused(CONFLICT);
        when(new Step.Refunded("r1"), CLAIMED, AUTHORISED, SETTLED).thenRefused(CONFLICT);
    }

    @Test
    void refunds_together_are_never_more_than_the_fee() {
        PaymentFact[] paid = {CLAIMED, AUTHORISED, SETTLED, due("r1", 50_00)};
        when(refund("r2", 30_00), paid).thenRecorded(due("r2", 30_00));
        when(refund("r2", 30_01), paid).thenRefused(CONFLICT);
        when(refund("r2", 0), paid).thenRefused(CONFLICT);
        when(refund("r2", 30_01), CLAIMED, AUTHORISED, SETTLED, due("r1", 50_00), given("r1", 50_00))
                .thenRefused(CONFLICT);
    }

    @Test
    void what_was_never_paid_is_not_refunded() {
        when(refund("r1", 1), CLAIMED).thenRefused(CONFLICT);
        when(refund("r1", 1)).thenRefused(CONFLICT);
        when(refund("r1", 1), CLAIMED, CANCELLED, RELEASED).thenRefused(CONFLICT);
        when(refund("r1", 1), CLAIMED, AUTHORISED, new PaymentSettlementRefused(ID, "CANCELLED", TODAY))
                .thenRefused(CONFLICT);
    }

    @Test
    void a_refund_may_be_due_before_the_fee_is_settled_and_is_given_after() {
        when(refund("r1", 80_00), CLAIMED, AUTHORISED).thenRecorded(due("r1", 80_00));
        assertThat(owed(CLAIMED, AUTHORISED, due("r1", 80_00))).isEqualTo(Owed.SETTLEMENT);
        assertThat(owed(CLAIMED, AUTHORISED, due("r1", 80_00), SETTLED)).isEqualTo(Owed.REFUND);
    }

    @Test
    void what_is_owed_follows_from_the_log() {
        assertThat(owed()).isEqualTo(Owed.NOTHING);
        assertThat(owed(CLAIMED)).isEqualTo(Owed.OUTCOME);
        assertThat(owed(CLAIMED, AUTHORISED)).isEqualTo(Owed.SETTLEMENT);
        assertThat(owed(CLAIMED, AUTHORISED, SETTLED)).isEqualTo(Owed.NOTHING);
        assertThat(owed(CLAIMED, CANCELLED)).isEqualTo(Owed.RELEASE);
        assertThat(owed(CLAIMED, DECLINED)).isEqualTo(Owed.RELEASE);
        assertThat(owed(CLAIMED, CANCELLED, RELEASED)).isEqualTo(Owed.NOTHING);
        assertThat(owed(CLAIMED, AUTHORISED, SETTLED, due("r1", 80_00))).isEqualTo(Owed.REFUND);
        assertThat(owed(CLAIMED, AUTHORISED, SETTLED, due("r1", 10_00), due("r2", 10_00), given("r1", 10_00)))
                .isEqualTo(Owed.REFUND);
        assertThat(owed(CLAIMED, AUTHORISED, SETTLED, due("r1", 80_00), given("r1", 80_00)))
                .isEqualTo(Owed.NOTHING);
    }

    @Test
    void money_taken_for_nothing_goes_back_and_then_nothing_is_owed() {
        when(refund("r1", 80_00), CLAIMED, CANCELLED).thenRecorded(due("r1", 80_00));
        assertThat(owed(CLAIMED, CANCELLED, due("r1", 80_00))).isEqualTo(Owed.REFUND);
        assertThat(owed(CLAIMED, CANCELLED, due("r1", 80_00), given("r1", 80_00)))
                .isEqualTo(Owed.NOTHING);
    }

    @Test
    void the_providers_name_is_the_latest_one_it_gave() {
        assertThat(state(CLAIMED, used()).atProvider().reference()).isEqualTo("early");
        assertThat(state(CLAIMED, AUTHORISED).atProvider().reference()).isEqualTo("later");
        assertThat(state(CLAIMED, AUTHORISED, due("r1", 10_00), given("r1", 10_00))
                        .refundedPence())
                .isEqualTo(10_00);
    }

    private static Given.Then when(Step step, PaymentFact... facts) {
        return new Given<>(List.of(facts))
                .when(payment -> PaymentDecider.decide(new FinishPayment(ID, step), payment, TODAY));
    }

    private static PaymentOnRecord state(PaymentFact... facts) {
        return Fold.of(List.of(facts), PaymentOnRecord.NEW, PaymentDecider::evolve);
    }

    private static Owed owed(PaymentFact... facts) {
        return state(facts).owed();
    }

    private static Step refund(String id, int pence) {
        return new Step.RefundDue(id, pence, "SURRENDERED");
    }

    private static PaymentRefundDue due(String id, int pence) {
        return new PaymentRefundDue(ID, id, pence, "SURRENDERED", TODAY);
    }

    private static PaymentRefunded given(String id, int pence) {
        return new PaymentRefunded(ID, id, pence, "SURRENDERED", TODAY);
    }

    private static PaymentTokenUsed used() {
        return new PaymentTokenUsed("digest", ID, TODAY);
    }
}
