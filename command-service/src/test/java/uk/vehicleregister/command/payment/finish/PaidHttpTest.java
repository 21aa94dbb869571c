package uk.vehicleregister.command.payment.finish;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.vehicleregister.command.payment.finish.PaidRegister.FEE;
import static uk.vehicleregister.command.payment.finish.PaidRegister.NEVER;
import static uk.vehicleregister.command.payment.finish.PaidRegister.SOON;
import static uk.vehicleregister.command.payment.finish.PaidRegister.retain;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import uk.vehicleregister.command.Bodies;
import uk.vehicleregister.command.Register.Vehicle;
import uk.vehicleregister.command.RunningService;
import uk.vehicleregister.command.RunningService.Answer;
import uk.vehicleregister.command.desk.Outcome;
import uk.vehicleregister.command.desk.PaymentLog;
import uk.vehicleregister.command.desk.Payments;
import uk.vehicleregister.command.payment.govukpay.GovukPayStub;
import uk.vehicleregister.command.payment.govukpay.GovukPayStub.Fault;
import uk.vehicleregister.command.payment.govukpay.GovukPayStub.Hosted;
import uk.vehicleregister.eventstore.log.RecordedEvent;
import uk.vehicleregister.kernel.access.Role;

/// Fees over GOV.UK Pay, as an applicant and an operator see them.
class PaidHttpTest {

    private final PaidRegister paid = new PaidRegister(NEVER, NEVER);
    private final Vehicle vehicle = paid.register.registered();
    private final String key = UUID.randomUUID().toString();

    @AfterEach
    void close() {
        paid.close();
    }

    @Test
    void a_fee_is_taken_when_the_change_stands_and_before_the_answer() {
        Hosted hosted = paid.stub.hosted("capturable", FEE);

        Answer answer = retain(paid.service, vehicle, hosted, key);

        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        assertThat(hosted.status).isEqualTo("success");
        assertThat(paid.paymentEvents()).containsExactly("PaymentClaimed", "PaymentAuthorised", "PaymentSettled");
        assertThat(paid.stub.calls()).containsExactly("get", "capture");
        assertThat(retain(paid.service, vehicle, hosted, key).body()).isEqualTo(answer.body());
        assertThat(hosted.captures).isEqualTo(1);
    }

    @Test
    void what_the_register_does_by_itself_is_recorded_as_its_own_deed_in_the_applicants_transaction() {
        Answer answer = retain(paid.service, vehicle, paid.stub.hosted("capturable", FEE), key);

        String settled = paid.service.log().stream("payment-" + paid.paymentId(), 0)
                .getLast()
                .metadata();
        assertThat(settled).contains(answer.text("transactionId")).contains("\"role\":\"register\"");
    }

    @Test
    void a_declined_payment_changes_nothing_and_is_let_go() {
        Hosted hosted = paid.stub.hosted("failed", FEE);

        assertThat(retain(paid.service, vehicle, hosted, key).code()).isEqualTo("PAYMENT_DECLINED");
        assertThat(paid.paymentEvents()).containsExactly("PaymentClaimed", "PaymentDeclined", "PaymentReleased");
        assertThat(paid.isRetained(vehicle)).isFalse();
    }

    @Test
    void a_payment_over_another_amount_is_declined_and_not_held_any_longer() {
        Hosted hosted = paid.stub.hosted("capturable", 1);

        assertThat(retain(paid.service, vehicle, hosted, key).code()).isEqualTo("PAYMENT_DECLINED");
        assertThat(hosted.status).isEqualTo("cancelled");
        assertThat(paid.isRetained(vehicle)).isFalse();
    }

    @Test
    void a_payment_that_was_taken_at_once_does_not_pay_and_goes_back() {
        Hosted hosted = paid.stub.hosted("success", FEE);

        assertThat(retain(paid.service, vehicle, hosted, key).code()).isEqualTo("PAYMENT_DECLINED");
        assertThat(hosted.refunded).isEqualTo(FEE);
        assertThat(paid.paymentEvents())
                .containsExactly("PaymentClaimed", "PaymentDeclined", "PaymentRefundDue", "PaymentRefunded");
    }

    @Test
    void an_applicant_still_on_the_hosted_page_is_told_to_come_back_with_the_same_key() {
        Hosted hosted = paid.stub.hosted("started", FEE);

        assertThat(retain(paid.service, vehicle, hosted, key).code()).isEqualTo("PAYMENT_OUTCOME_UNKNOWN");
        hosted.status = "capturable";
        assertThat(retain(paid.service, vehicle, hosted, key).status()).isEqualTo(201);
        assertThat(hosted.captures).isEqualTo(1);
    }

    @Test
    void a_provider_that_is_silent_leaves_the_outcome_unknown_until_the_same_key_asks_again() {
        Hosted hosted = paid.stub.hosted("capturable", FEE);
        paid.stub.always("get", Fault.NEVER_ENDING);
        Answer unknown = retain(paid.service, vehicle, hosted, key);
        assertThat(unknown.status()).isEqualTo(503);
        assertThat(unknown.text("outcome")).isEqualTo("UNKNOWN");
        assertThat(paid.isRetained(vehicle)).isFalse();

        paid.stub.fine("get");
        Answer found = retain(paid.service, vehicle, hosted, key);
        assertThat(found.status()).isEqualTo(201);
        assertThat(found.text("transactionId")).isEqualTo(unknown.text("transactionId"));
    }

    @Test
    void an_amount_that_is_looked_at_only_at_the_second_try_is_looked_at_all_the_same() {
        Hosted hosted = paid.stub.hosted("capturable", 1);
        paid.stub.always("get", Fault.DOWNSTREAM);
        retain(paid.service, vehicle, hosted, key);
        paid.stub.fine("get");

        assertThat(retain(paid.service, vehicle, hosted, key).code()).isEqualTo("PAYMENT_DECLINED");
        assertThat(paid.isRetained(vehicle)).isFalse();
    }

    @Test
    void a_provider_that_does_not_settle_now_changes_no_answer_and_the_process_settles_later() {
        Hosted hosted = paid.stub.hosted("capturable", FEE);
        paid.stub.always("capture", Fault.DOWNSTREAM);
        assertThat(retain(paid.service, vehicle, hosted, key).status()).isEqualTo(201);
        assertThat(paid.paymentEvents()).endsWith("PaymentAuthorised");

        try (RunningService _ = paid.another(NEVER, SOON)) {
            paid.stub.fine("capture");
            paid.awaitLast("PaymentSettled");
        }
        assertThat(hosted.captures).isEqualTo(1);
    }

    @Test
    void a_fee_that_expired_before_it_was_settled_is_recorded_for_a_person() {
        Hosted hosted = paid.stub.hosted("capturable", FEE);
        paid.stub.always("capture", Fault.DROPPED);
        retain(paid.service, vehicle, hosted, key);
        hosted.status = "failed";

        try (RunningService _ = paid.another(NEVER, SOON)) {
            paid.stub.fine("capture");
            paid.awaitLast("PaymentSettlementRefused");
        }
    }

    @Test
    void one_hosted_payment_pays_for_one_transaction() {
        Hosted hosted = paid.stub.hosted("capturable", FEE);
        Vehicle other = paid.register.registered();
        assertThat(retain(paid.service, vehicle, hosted, key).status()).isEqualTo(201);

        String second = UUID.randomUUID().toString();
        assertThat(retain(paid.service, other, hosted, second).code()).isEqualTo("PAYMENT_ALREADY_USED");
        assertThat(retain(paid.service, other, hosted, second).code()).isEqualTo("PAYMENT_ALREADY_USED");
        assertThat(paid.isRetained(other)).isFalse();
        assertThat(hosted.refunded).isZero();
        assertThat(retain(paid.service, other, paid.stub.hosted("capturable", FEE), "another key")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void one_hosted_payment_pays_once_also_for_two_transactions_at_the_same_moment() throws Exception {
        Hosted hosted = paid.stub.hosted("capturable", FEE);
        Vehicle other = paid.register.registered();
        try (RunningService second = paid.another(NEVER, NEVER);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Answer> here = () -> retain(paid.service, vehicle, hosted, "here");
            Callable<Answer> there = () -> retain(second, other, hosted, "there");
            List<Integer> statuses = threads.invokeAll(List.of(here, there)).stream()
                    .map(Future::resultNow)
                    .map(Answer::status)
                    .toList();
            assertThat(statuses).containsExactlyInAnyOrder(201, 422);
        }
        assertThat(paid.isRetained(vehicle)).isNotEqualTo(paid.isRetained(other));
        assertThat(hosted.captures).isEqualTo(1);
        assertThat(hosted.refunded).isZero();
    }

    @Test
    void a_fee_without_anything_to_pay_it_with_is_refused_and_claims_nothing() {
        Answer retained = retain(paid.service, vehicle, paid.stub.hosted("capturable", FEE), key);
        Vehicle to = paid.register.registered(Bodies.vehicle(LocalDate.of(2020, 5, 5)));
        int before = paid.paymentEvents().size();
        try (RunningService late = paid.service.another(java.util.Map.of("register.today", "2036-07-02"))) {
            var body = Bodies.assignment(
                    to.mark(), to.reference(), retained.text("certificateNumber"), retained.text("retainedMark"));
            for (int again = 0; again < 2; again++) {
                assertThat(late.post("/v1/assignments", Role.CITIZEN, "late", body)
                                .code())
                        .isEqualTo("FEE_DUE");
            }
        }
        assertThat(paid.paymentEvents()).hasSize(before);
    }

    @Test
    void a_refund_is_given_once_however_often_it_is_asked_for() {
        Hosted hosted = paid.stub.hosted("capturable", FEE);
        retain(paid.service, vehicle, hosted, key);
        Payments payments = paid.service.bean(Payments.class);

        assertThat(payments.refund(paid.paymentId(), "surrender 1", FEE, "SURRENDERED"))
                .isInstanceOf(Outcome.Done.class);
        assertThat(payments.refund(paid.paymentId(), "surrender 1", FEE, "SURRENDERED"))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(payments.refund("nobody's", "surrender 2", FEE, "SURRENDERED"))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(hosted.refunds).isEqualTo(1);
        assertThat(paid.paymentEvents()).endsWith("PaymentSettled", "PaymentRefundDue", "PaymentRefunded");
    }

    @Test
    void a_refund_the_provider_is_not_ready_for_is_given_by_the_process() {
        Hosted hosted = paid.stub.hosted("capturable", FEE);
        retain(paid.service, vehicle, hosted, key);
        hosted.refundStatus = "pending";
        assertThat(paid.service.bean(Payments.class).refund(paid.paymentId(), "r1", 30_00, "SURRENDERED"))
                .isInstanceOf(Outcome.Done.class);
        assertThat(paid.service.bean(Payments.class).refund(paid.paymentId(), "r2", 20_00, "SURRENDERED"))
                .isInstanceOf(Outcome.Done.class);
        assertThat(hosted.refunds).isZero();

        try (RunningService _ = paid.another(NEVER, SOON)) {
            hosted.refundStatus = "available";
            paid.awaitLast("PaymentRefunded");
            org.awaitility.Awaitility.await().until(() -> hosted.refunds == 2);
        }
        assertThat(hosted.refunded).isEqualTo(50_00);
    }

    @Test
    void the_payment_behind_an_entitlement_can_be_found_for_a_refund() {
        retain(paid.service, vehicle, paid.stub.hosted("capturable", FEE), key);
        PaymentLog payments = paid.service.bean(PaymentLog.class);

        assertThat(payments.thatPaidFor("mark-" + vehicle.mark(), 1)).contains(paid.paymentId());
        assertThat(payments.thatPaidFor("mark-" + vehicle.mark(), 0)).isEmpty();
        assertThat(payments.thatPaidFor("mark-nowhere", 0)).isEmpty();
    }

    @Test
    void a_right_that_is_given_up_makes_its_refund_due_in_the_same_append_and_the_process_gives_it() {
        Hosted hosted = paid.stub.hosted("capturable", FEE);
        Map<String, Object> certificate = Bodies.certificate(
                vehicle.mark(), retain(paid.service, vehicle, hosted, key).text("certificateNumber"));

        Answer surrendered = paid.service.post("/v1/entitlement-surrenders", Role.CITIZEN, certificate);

        assertThat(surrendered.status()).as(surrendered.body().toString()).isEqualTo(201);
        List<RecordedEvent> events = paid.service.log().transactionEndingAt(surrendered.position());
        assertThat(events)
                .extracting(RecordedEvent::type)
                .containsExactly("EntitlementSurrendered", "PaymentRefundDue");
        assertThat(events.getLast().stream()).isEqualTo("payment-" + paid.paymentId());
        assertThat(events.getLast().payload()).contains("\"amountPence\":8000");
        try (RunningService _ = paid.another(NEVER, SOON)) {
            paid.awaitLast("PaymentRefunded");
        }
        assertThat(hosted.refunded).isEqualTo(80_00);
        assertThat(hosted.refunds).isEqualTo(1);
    }

    @Test
    void two_instances_side_by_side_settle_once() {
        Hosted hosted = paid.stub.hosted("capturable", FEE);
        paid.stub.always("capture", Fault.DOWNSTREAM);
        retain(paid.service, vehicle, hosted, key);
        try (RunningService _ = paid.another(SOON, SOON);
                RunningService _ = paid.another(SOON, SOON)) {
            paid.stub.fine("capture");
            paid.awaitLast("PaymentSettled");
        }
        assertThat(paid.paymentEvents()).containsOnlyOnce("PaymentSettled");
        assertThat(hosted.captures).isEqualTo(1);
    }

    @Test
    void neither_the_key_nor_the_token_is_logged_whatever_goes_wrong() {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        Level level = root.getLevel();
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        root.addAppender(lines);
        root.setLevel(Level.INFO);
        Hosted hosted = paid.stub.hosted("capturable", FEE);
        try {
            for (Fault fault : List.of(Fault.DOWNSTREAM, Fault.DROPPED, Fault.TOO_MANY)) {
                paid.stub.always("get", fault);
                retain(paid.service, vehicle, hosted, key);
            }
            paid.stub.fine("get");
            paid.stub.always("capture", Fault.DROPPED);
            assertThat(retain(paid.service, vehicle, hosted, key).status()).isEqualTo(201);
        } finally {
            root.setLevel(level);
            root.detachAppender(lines);
        }
        assertThat(lines.list).extracting(ILoggingEvent::getFormattedMessage).anyMatch(line -> line.contains("GOV.UK"));
        assertThat(lines.list.toString()).doesNotContain(hosted.id).doesNotContain(GovukPayStub.KEY);
    }
}
