package uk.vehicleregister.command.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.vehicleregister.command.payment.PaymentProvider.Standing.AUTHORISED;
import static uk.vehicleregister.command.payment.PaymentProvider.Standing.CANCELLED;
import static uk.vehicleregister.command.payment.PaymentProvider.Standing.DECLINED;
import static uk.vehicleregister.command.payment.PaymentProvider.Standing.NEVER_HEARD_OF;
import static uk.vehicleregister.command.payment.PaymentProvider.Standing.SETTLED;

import org.junit.jupiter.api.Test;
import uk.vehicleregister.command.payment.PaymentProvider.Authorisation;

class DemoPaymentsTest {

    private static final String KEY = "0123456789abcdef0123456789abcdef";

    private final DemoPayments demo = new DemoPayments();

    @Test
    void a_lost_answer_is_found_later_also_after_a_restart() {
        PaymentToken token = new PaymentToken("tok_timeout");
        PaymentAtProvider payment = claimed(token);

        assertThat(demo.authorise(payment, token)).isEqualTo(new Authorisation.Unknown());
        assertThat(demo.find(payment)).isEqualTo(AUTHORISED);
        assertThat(new DemoPayments().find(payment)).isEqualTo(AUTHORISED);
    }

    @Test
    void a_declined_payment_stays_declined_also_after_a_restart() {
        PaymentToken token = new PaymentToken("tok_declined");
        PaymentAtProvider payment = claimed(token);

        assertThat(demo.authorise(payment, token)).isEqualTo(new Authorisation.Declined());
        assertThat(new DemoPayments().find(payment)).isEqualTo(DECLINED);
        assertThat(demo.settle(payment)).isEqualTo(DECLINED);
        assertThat(demo.cancel(payment)).isEqualTo(DECLINED);
    }

    @Test
    void what_is_taken_is_not_given_back_by_cancelling_nor_the_other_way_round() {
        PaymentAtProvider taken = claimed(new PaymentToken("tok_authorised"));
        assertThat(demo.settle(taken)).isEqualTo(SETTLED);
        assertThat(demo.settle(taken)).isEqualTo(SETTLED);
        assertThat(demo.cancel(taken)).isEqualTo(SETTLED);

        DemoPayments another = new DemoPayments();
        assertThat(another.cancel(taken)).isEqualTo(CANCELLED);
        assertThat(another.settle(taken)).isEqualTo(CANCELLED);
    }

    @Test
    void its_tokens_may_come_again_and_a_claim_without_reference_is_unheard_of() {
        assertThat(demo.tokensPayOnce()).isFalse();
        assertThat(demo.find(new PaymentAtProvider(KEY, null, 80_00))).isEqualTo(NEVER_HEARD_OF);
    }

    private PaymentAtProvider claimed(PaymentToken token) {
        return new PaymentAtProvider(KEY, demo.referenceOf(KEY, token).orElseThrow(), 80_00);
    }
}
