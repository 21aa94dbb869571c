package uk.vehicleregister.command.payment.finish;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.vehicleregister.command.payment.finish.PaidRegister.FEE;
import static uk.vehicleregister.command.payment.finish.PaidRegister.NEVER;
import static uk.vehicleregister.command.payment.finish.PaidRegister.SOON;
import static uk.vehicleregister.command.payment.finish.PaidRegister.retain;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import uk.vehicleregister.command.Bodies;
import uk.vehicleregister.command.Register.Vehicle;
import uk.vehicleregister.command.RunningService;
import uk.vehicleregister.command.RunningService.Answer;
import uk.vehicleregister.command.payment.finish.CrashingPayments.Call;
import uk.vehicleregister.command.payment.finish.CrashingPayments.Moment;
import uk.vehicleregister.command.payment.finish.CrashingPayments.Step;
import uk.vehicleregister.command.payment.govukpay.GovukPayStub.Fault;
import uk.vehicleregister.command.payment.govukpay.GovukPayStub.Hosted;
import uk.vehicleregister.eventstore.log.RecordedEvent;
import uk.vehicleregister.kernel.access.Role;

/// A kill between any two steps of a payment: never charged twice, never changed unpaid, and at the end settled
/// with the change or given back without it.
class CrashedPaymentHttpTest {

    private final PaidRegister paid = new PaidRegister(NEVER, NEVER);
    private final Vehicle vehicle = paid.register.registered();
    private final Hosted hosted = paid.stub.hosted("capturable", FEE);
    private final String key = UUID.randomUUID().toString();

    @AfterEach
    void close() {
        paid.close();
    }

    static Stream<Arguments> steps() {
        return Stream.of(Moment.values())
                .flatMap(moment -> Stream.of(Call.AUTHORISE, Call.SETTLE).map(call -> Arguments.of(moment, call)));
    }

    static Stream<Arguments> stepsBack() {
        return Stream.of(Moment.values())
                .flatMap(moment ->
                        Stream.of(Call.FIND, Call.CANCEL, Call.REFUND).map(call -> Arguments.of(moment, call)));
    }

    @ParameterizedTest
    @MethodSource("steps")
    void the_same_key_finishes_after_a_restart_what_a_crash_cut_off(Moment moment, Call call) {
        paid.dieAt(new Step(moment, call));
        retain(paid.service, vehicle, hosted, key);

        try (RunningService restarted = paid.another(NEVER, SOON)) {
            Answer answer = retain(restarted, vehicle, hosted, key);
            assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
            paid.awaitLast("PaymentSettled");
            assertThat(retain(restarted, vehicle, hosted, key).body()).isEqualTo(answer.body());
        }
        assertThat(paid.paymentEvents()).containsExactly("PaymentClaimed", "PaymentAuthorised", "PaymentSettled");
        assertThat(hosted.captures).isEqualTo(1);
        assertThat(paid.register.typesOf(vehicle.id())).containsOnlyOnce("MarkRetained");
    }

    @ParameterizedTest
    @MethodSource("steps")
    void the_process_finishes_after_a_restart_what_nobody_comes_back_for(Moment moment, Call call) {
        paid.dieAt(new Step(moment, call));
        retain(paid.service, vehicle, hosted, key);
        boolean changed = paid.isRetained(vehicle);

        try (RunningService restarted = paid.another(SOON, SOON)) {
            paid.awaitLast(changed ? "PaymentSettled" : "PaymentReleased");
            assertThat(hosted.status).isEqualTo(changed ? "success" : "cancelled");
            assertThat(hosted.captures).isEqualTo(changed ? 1 : 0);
            assertThat(paid.isRetained(vehicle)).isEqualTo(changed);

            Answer late = retain(restarted, vehicle, hosted, key);
            assertThat(late.status()).isEqualTo(changed ? 201 : 422);
            assertThat(late.code()).isEqualTo(changed ? "" : "PAYMENT_ABANDONED");
            assertThat(retain(restarted, vehicle, hosted, key).body()).isEqualTo(late.body());
        }
    }

    /// The first instance dies on its way back, the second goes it to the end: find, cancel, found taken, refund.
    @ParameterizedTest
    @MethodSource("stepsBack")
    void the_way_back_survives_a_crash_at_each_of_its_steps(Moment moment, Call call) {
        paid.dieAt(new Step(Moment.AFTER, Call.AUTHORISE));
        retain(paid.service, vehicle, hosted, key);
        hosted.status = "success"; // somebody captured it by hand meanwhile
        hosted.refundStatus = "available";

        try (RunningService _ = paid.anotherThatDies(SOON, SOON, new Step(moment, call))) {
            paid.awaitLast(lastBefore(moment, call));
        }
        try (RunningService restarted = paid.another(SOON, SOON)) {
            paid.awaitLast("PaymentRefunded");
            assertThat(retain(restarted, vehicle, hosted, key).code()).isEqualTo("PAYMENT_ABANDONED");
        }
        assertThat(paid.paymentEvents())
                .containsExactly("PaymentClaimed", "PaymentCancelled", "PaymentRefundDue", "PaymentRefunded");
        assertThat(hosted.refunded).isEqualTo(FEE);
        assertThat(hosted.refunds).isEqualTo(1);
        assertThat(paid.isRetained(vehicle)).isFalse();
    }

    private static String lastBefore(Moment moment, Call call) {
        return switch (call) {
            case FIND -> "PaymentClaimed";
            case CANCEL -> "PaymentCancelled";
            case REFUND -> "PaymentRefundDue";
            case AUTHORISE, SETTLE -> throw new IllegalArgumentException(moment + " is not on the way back");
        };
    }

    @ParameterizedTest
    @MethodSource("cancelSteps")
    void a_refusal_after_the_fee_was_authorised_gives_it_back_even_after_a_crash(Moment moment) {
        leaveClaimed();
        paid.service.post("/v1/markers", Role.REGISTRAR, Bodies.marker(vehicle.mark(), "EXPORTED", "SET"));

        paid.dieAt(new Step(moment, Call.CANCEL));
        assertThat(retain(paid.service, vehicle, hosted, key).code()).isEqualTo("EXPORTED");
        assertThat(paid.paymentEvents()).containsExactly("PaymentClaimed", "PaymentCancelled");

        try (RunningService restarted = paid.another(NEVER, SOON)) {
            paid.awaitLast("PaymentReleased");
            assertThat(retain(restarted, vehicle, hosted, key).code()).isEqualTo("EXPORTED");
        }
        assertThat(hosted.status).isEqualTo("cancelled");
    }

    static Stream<Moment> cancelSteps() {
        return Stream.of(Moment.values());
    }

    @Test
    void a_request_that_another_instance_gives_up_in_the_middle_of_it_is_not_carried_out() {
        leaveClaimed();
        try (RunningService other = paid.another(NEVER, NEVER)) {
            CrashingPayments inTheMiddle = paid.service.bean(CrashingPayments.class);
            inTheMiddle.meanwhile(
                    new Step(Moment.AFTER, Call.FIND),
                    () -> other.bean(FinishPayments.class).giveUp(paid.paymentId()));
            assertThat(retain(paid.service, vehicle, hosted, key).code()).isEqualTo("IDEMPOTENCY_KEY_IN_USE");
        }
        assertGivenUp();
    }

    @Test
    void nor_one_that_the_same_instance_gives_up_in_the_middle_of_it() {
        leaveClaimed();
        paid.service
                .bean(CrashingPayments.class)
                .meanwhile(
                        new Step(Moment.AFTER, Call.FIND),
                        () -> paid.service.bean(FinishPayments.class).giveUp(paid.paymentId()));
        assertThat(retain(paid.service, vehicle, hosted, key).code()).isEqualTo("IDEMPOTENCY_KEY_IN_USE");
        assertGivenUp();
    }

    @Test
    void a_claim_is_not_given_up_over_a_request_that_finishes_it_at_that_moment() {
        leaveClaimed();
        CrashingPayments inTheMiddle = paid.service.bean(CrashingPayments.class);
        inTheMiddle.meanwhile(
                new Step(Moment.AFTER, Call.FIND),
                () -> assertThat(retain(paid.service, vehicle, hosted, key).status())
                        .isEqualTo(201));
        paid.service.bean(FinishPayments.class).giveUp(paid.paymentId());
        assertThat(paid.paymentEvents()).containsExactly("PaymentClaimed", "PaymentAuthorised", "PaymentSettled");
        assertThat(hosted.status).isEqualTo("success");
    }

    @Test
    void a_claim_stays_while_the_provider_gives_no_answer_and_ends_when_it_knows_of_no_such_payment() {
        leaveClaimed();
        FinishPayments payments = paid.service.bean(FinishPayments.class);
        paid.stub.always("get", Fault.TOO_MANY);
        payments.giveUp(paid.paymentId());
        assertThat(paid.paymentEvents()).containsExactly("PaymentClaimed");

        paid.stub.fine("get");
        paid.stub.forget(hosted);
        payments.giveUp(paid.paymentId());
        assertThat(paid.paymentEvents()).containsExactly("PaymentClaimed", "PaymentCancelled", "PaymentReleased");
        assertThat(retain(paid.service, vehicle, hosted, key).code()).isEqualTo("PAYMENT_ABANDONED");
    }

    @Test
    void what_nobody_came_back_for_is_ended_by_the_register_and_says_who_applied() {
        leaveClaimed();
        paid.service.bean(FinishPayments.class).giveUp(paid.paymentId());

        JsonNode claimed = metadata(ofPayment("PaymentClaimed"));
        assertThat(claimed.has("appliedBy")).isFalse();
        for (RecordedEvent end : List.of(ofPayment("PaymentCancelled"), abandoned(claimed))) {
            JsonNode metadata = metadata(end);
            assertThat(metadata.get("actor").asString()).as(end.type()).isEqualTo("register");
            assertThat(metadata.get("role").asString()).as(end.type()).isEqualTo("register");
            assertThat(metadata.get("appliedBy")).as(end.type()).isEqualTo(claimed.get("actor"));
            assertThat(metadata.get("appliedAs").asString()).as(end.type()).isEqualTo("citizen");
            assertThat(metadata.has("onBehalfOf")).as(end.type()).isFalse();
        }
        assertThat(metadata(ofPayment("PaymentReleased")).has("appliedBy"))
                .as("what the register owes afterwards is its own")
                .isFalse();
    }

    @Test
    void what_an_intermediary_did_not_come_back_for_also_says_for_whom() {
        String authorityId = paid.service
                .post(
                        "/v1/authorities",
                        Role.CITIZEN,
                        Bodies.authority(vehicle.mark(), vehicle.reference(), "trader", "retentions"))
                .text("authorityId");
        paid.stub.always("get", Fault.DOWNSTREAM);
        Answer unknown = paid.service.postAs(
                "/v1/retentions",
                paid.service.token("trader", Role.DEALER),
                key,
                RunningService.JSON.writeValueAsString(
                        Bodies.onAuthority(Bodies.retention(vehicle.mark(), "", hosted.id), authorityId)));
        assertThat(unknown.code()).isEqualTo("PAYMENT_OUTCOME_UNKNOWN");
        paid.stub.fine("get");
        paid.service.bean(FinishPayments.class).giveUp(paid.paymentId());

        JsonNode claimed = metadata(ofPayment("PaymentClaimed"));
        assertThat(claimed.at("/onBehalfOf/authorityId").asString()).isEqualTo(authorityId);
        for (RecordedEvent end : List.of(ofPayment("PaymentCancelled"), abandoned(claimed))) {
            assertThat(metadata(end).get("appliedBy")).isEqualTo(claimed.get("actor"));
            assertThat(metadata(end).get("appliedAs").asString()).isEqualTo("dealer");
            assertThat(metadata(end).get("onBehalfOf")).isEqualTo(claimed.get("onBehalfOf"));
        }
    }

    @Test
    void a_claim_the_provider_declined_meanwhile_is_ended_as_declined() {
        leaveClaimed();
        hosted.status = "failed";
        paid.service.bean(FinishPayments.class).giveUp(paid.paymentId());
        assertThat(paid.paymentEvents()).containsExactly("PaymentClaimed", "PaymentDeclined", "PaymentReleased");
        assertThat(retain(paid.service, vehicle, hosted, key).code()).isEqualTo("PAYMENT_DECLINED");
    }

    private void leaveClaimed() {
        paid.stub.always("get", Fault.DOWNSTREAM);
        assertThat(retain(paid.service, vehicle, hosted, key).code()).isEqualTo("PAYMENT_OUTCOME_UNKNOWN");
        paid.stub.fine("get");
    }

    private RecordedEvent ofPayment(String type) {
        return paid.service.log().stream("payment-" + paid.paymentId(), 0).stream()
                .filter(event -> event.type().equals(type))
                .findFirst()
                .orElseThrow();
    }

    private RecordedEvent abandoned(JsonNode claimed) {
        return paid.service.log().stream(
                        "attempt-" + claimed.get("transactionId").asString(), 0)
                .getFirst();
    }

    private static JsonNode metadata(RecordedEvent event) {
        return RunningService.JSON.readTree(event.metadata());
    }

    private void assertGivenUp() {
        assertThat(retain(paid.service, vehicle, hosted, key).code()).isEqualTo("PAYMENT_ABANDONED");
        assertThat(paid.paymentEvents()).containsExactly("PaymentClaimed", "PaymentCancelled", "PaymentReleased");
        assertThat(paid.isRetained(vehicle)).isFalse();
        assertThat(hosted.status).isEqualTo("cancelled");
    }
}
