package uk.vehicleregister.command.payment.govukpay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.vehicleregister.command.payment.PaymentProvider.Standing.AUTHORISED;
import static uk.vehicleregister.command.payment.PaymentProvider.Standing.CANCELLED;
import static uk.vehicleregister.command.payment.PaymentProvider.Standing.DECLINED;
import static uk.vehicleregister.command.payment.PaymentProvider.Standing.NEVER_HEARD_OF;
import static uk.vehicleregister.command.payment.PaymentProvider.Standing.SETTLED;
import static uk.vehicleregister.command.payment.PaymentProvider.Standing.UNKNOWN;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import uk.vehicleregister.command.payment.PaymentAtProvider;
import uk.vehicleregister.command.payment.PaymentProvider.Authorisation;
import uk.vehicleregister.command.payment.PaymentProvider.Refund;
import uk.vehicleregister.command.payment.PaymentProvider.Standing;
import uk.vehicleregister.command.payment.PaymentToken;
import uk.vehicleregister.command.payment.govukpay.GovukPayStub.Fault;
import uk.vehicleregister.command.payment.govukpay.GovukPayStub.Hosted;

/// What the register makes of what GOV.UK Pay says, or does not say.
class GovukPayTest {

    private static final int FEE = 80_00;

    private final GovukPayStub stub = new GovukPayStub();
    private final GovukPay pay = pay(GovukPayStub.KEY);

    @AfterEach
    void close() {
        pay.close();
        stub.close();
    }

    @ParameterizedTest
    @CsvSource({
        "created, PENDING, Unknown",
        "started, PENDING, Unknown",
        "submitted, PENDING, Unknown",
        "capturable, AUTHORISED, Authorised",
        "success, SETTLED, Declined",
        "failed, DECLINED, Declined",
        "cancelled, CANCELLED, Declined",
        "error, DECLINED, Declined",
        "a status of next year, UNKNOWN, Unknown"
    })
    void each_status_of_a_hosted_payment_has_its_meaning(String status, Standing standing, String authorisation) {
        Hosted hosted = stub.hosted(status, FEE);

        assertThat(pay.find(payment(hosted))).isEqualTo(standing);
        assertThat(authorise(hosted).getClass().getSimpleName()).isEqualTo(authorisation);
    }

    @Test
    void the_token_is_the_reference_and_one_token_pays_once() {
        PaymentToken token = new PaymentToken("hosted_1");

        assertThat(pay.referenceOf("key", token)).contains("hosted_1");
        assertThat(pay.tokensPayOnce()).isTrue();
    }

    @Test
    void a_payment_over_another_amount_is_declined_however_it_stands() {
        for (int pence : new int[] {FEE - 1, FEE + 1}) {
            Hosted hosted = stub.hosted("capturable", pence);
            assertThat(authorise(hosted)).isEqualTo(new Authorisation.Declined());
            assertThat(pay.find(payment(hosted))).isEqualTo(DECLINED);
        }
    }

    @Test
    void a_token_nobody_knows_is_declined() {
        PaymentAtProvider made = new PaymentAtProvider("key", "hosted_up", FEE);

        assertThat(pay.authorise(made, new PaymentToken("hosted_up"))).isEqualTo(new Authorisation.Declined());
        assertThat(pay.find(made)).isEqualTo(NEVER_HEARD_OF);
        assertThat(pay.settle(made)).isEqualTo(NEVER_HEARD_OF);
        assertThat(pay.cancel(made)).isEqualTo(NEVER_HEARD_OF);
    }

    @Test
    void without_a_reference_nobody_is_asked() {
        PaymentAtProvider old = new PaymentAtProvider("key", null, FEE);

        assertThat(pay.find(old)).isEqualTo(NEVER_HEARD_OF);
        assertThat(pay.settle(old)).isEqualTo(NEVER_HEARD_OF);
        assertThat(pay.cancel(old)).isEqualTo(NEVER_HEARD_OF);
        assertThat(stub.calls()).isEmpty();
    }

    @Test
    void a_fee_captured_twice_is_taken_once() {
        Hosted hosted = stub.hosted("capturable", FEE);

        assertThat(pay.settle(payment(hosted))).isEqualTo(SETTLED);
        assertThat(pay.settle(payment(hosted))).isEqualTo(SETTLED);
        assertThat(hosted.captures).isEqualTo(1);
    }

    @Test
    void a_capture_in_the_wrong_state_tells_the_state() {
        assertThat(pay.settle(payment(stub.hosted("failed", FEE)))).isEqualTo(DECLINED);
        assertThat(pay.settle(payment(stub.hosted("cancelled", FEE)))).isEqualTo(CANCELLED);
        assertThat(pay.settle(payment(stub.hosted("started", FEE)))).isEqualTo(UNKNOWN);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"DROPPED_AFTER", "DOWNSTREAM_AFTER"})
    void a_capture_that_was_done_and_not_confirmed_is_seen_by_looking(Fault fault) {
        Hosted hosted = stub.hosted("capturable", FEE);
        stub.next("capture", fault);

        assertThat(pay.settle(payment(hosted))).isEqualTo(SETTLED);
        assertThat(hosted.captures).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"DROPPED", "DOWNSTREAM", "TOO_MANY"})
    void a_capture_that_was_not_done_is_no_outcome_and_can_be_asked_for_again(Fault fault) {
        Hosted hosted = stub.hosted("capturable", FEE);
        stub.next("capture", fault);

        assertThat(pay.settle(payment(hosted))).isEqualTo(UNKNOWN);
        assertThat(pay.settle(payment(hosted))).isEqualTo(SETTLED);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void reading_is_tried_twice_and_then_the_outcome_is_not_known(Fault fault) {
        Hosted hosted = stub.hosted("capturable", FEE);
        stub.next("get", fault);
        assertThat(pay.find(payment(hosted))).isEqualTo(AUTHORISED);

        stub.always("get", fault);
        assertThat(pay.find(payment(hosted))).isEqualTo(UNKNOWN);
        assertThat(authorise(hosted)).isEqualTo(new Authorisation.Unknown());
    }

    @Test
    void a_fee_that_is_held_can_be_cancelled_again_and_again() {
        Hosted hosted = stub.hosted("capturable", FEE);

        assertThat(pay.cancel(payment(hosted))).isEqualTo(CANCELLED);
        assertThat(pay.cancel(payment(hosted))).isEqualTo(CANCELLED);
    }

    @Test
    void what_was_taken_cannot_be_cancelled_and_is_refunded() {
        Hosted hosted = stub.hosted("capturable", FEE);
        pay.settle(payment(hosted));

        assertThat(pay.cancel(payment(hosted))).isEqualTo(SETTLED);
        assertThat(pay.refund(payment(hosted), FEE, 0)).isEqualTo(Refund.GIVEN);
        assertThat(hosted.refunded).isEqualTo(FEE);
    }

    @Test
    void a_refund_asked_for_again_is_given_once_and_a_further_one_is_a_further_one() {
        Hosted hosted = stub.hosted("success", FEE);

        assertThat(pay.refund(payment(hosted), 30_00, 0)).isEqualTo(Refund.GIVEN);
        assertThat(pay.refund(payment(hosted), 30_00, 0)).isEqualTo(Refund.GIVEN);
        assertThat(hosted.refunded).isEqualTo(30_00);

        assertThat(pay.refund(payment(hosted), 30_00, 30_00)).isEqualTo(Refund.GIVEN);
        assertThat(hosted.refunded).isEqualTo(60_00);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void a_refund_that_got_no_answer_is_not_given_twice(Fault fault) {
        Hosted hosted = stub.hosted("success", FEE);
        stub.next("refunds", fault);

        pay.refund(payment(hosted), 30_00, 0);
        assertThat(pay.refund(payment(hosted), 30_00, 0)).isEqualTo(Refund.GIVEN);
        assertThat(hosted.refunds).isEqualTo(1);
    }

    @Test
    void the_same_refund_from_many_instances_at_once_is_given_once() throws Exception {
        Hosted hosted = stub.hosted("success", FEE);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Refund> refund : threads.invokeAll(IntStream.range(0, 8)
                    .<java.util.concurrent.Callable<Refund>>mapToObj(_ -> () -> pay.refund(payment(hosted), 30_00, 0))
                    .toList())) {
                assertThat(refund.get()).isIn(Refund.GIVEN, Refund.UNKNOWN);
            }
        }
        assertThat(hosted.refunds).isEqualTo(1);
    }

    @Test
    void a_refund_waits_until_the_provider_is_ready_for_it_and_is_refused_when_there_is_nothing_to_refund() {
        Hosted young = stub.hosted("success", FEE);
        young.refundStatus = "pending";
        assertThat(pay.refund(payment(young), FEE, 0)).isEqualTo(Refund.UNKNOWN);

        Hosted failed = stub.hosted("failed", FEE);
        failed.refundStatus = "unavailable";
        assertThat(pay.refund(payment(failed), FEE, 0)).isEqualTo(Refund.REFUSED);
        assertThat(stub.calls()).doesNotContain("refunds");
    }

    @Test
    void a_key_that_is_not_taken_leaves_every_outcome_unknown() {
        Hosted hosted = stub.hosted("capturable", FEE);
        try (GovukPay stranger = pay("api_test_other")) {
            assertThat(stranger.find(payment(hosted))).isEqualTo(UNKNOWN);
            assertThat(stranger.settle(payment(hosted))).isEqualTo(UNKNOWN);
            assertThat(stranger.refund(payment(hosted), FEE, 0)).isEqualTo(Refund.UNKNOWN);
        }
        assertThat(hosted.captures).isZero();
    }

    @Test
    void nothing_is_paid_without_a_key_nor_over_an_open_line() {
        assertThatThrownBy(() -> GovukPay.with(new GovukPaySettings(null, " ", null)))
                .hasMessageContaining("register.payments.govuk-pay.api-key");
        assertThatThrownBy(() -> new GovukPaySettings(URI.create("http://pay.example"), "key", null))
                .hasMessageContaining("https");
        assertThat(new GovukPaySettings(null, "secret", null).toString()).doesNotContain("secret");
        assertThat(new PaymentAtProvider("key", "hosted_1", FEE).toString()).doesNotContain("hosted_1");
    }

    private GovukPay pay(String key) {
        return GovukPay.with(new GovukPaySettings(stub.url(), key, Duration.ofMillis(500)));
    }

    private Authorisation authorise(Hosted hosted) {
        return pay.authorise(payment(hosted), new PaymentToken(hosted.id));
    }

    private static PaymentAtProvider payment(Hosted hosted) {
        return new PaymentAtProvider("0123456789abcdef", hosted.id, FEE);
    }
}
