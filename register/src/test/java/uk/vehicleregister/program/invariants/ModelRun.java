package uk.vehicleregister.program.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.event.CaseOpened;
import uk.vehicleregister.program.client.Answer;
import uk.vehicleregister.program.invariants.check.Acknowledgement;
import uk.vehicleregister.program.invariants.order.Expected;
import uk.vehicleregister.program.invariants.order.Model;
import uk.vehicleregister.program.invariants.order.Order;
import uk.vehicleregister.program.invariants.order.Recorded;
import uk.vehicleregister.program.invariants.order.Request;
import uk.vehicleregister.program.running.WholeRegister;

/// One client, alone with vehicles of its own, beside the model: every answer must be the one the model gives.
final class ModelRun {

    enum Again {
        ONCE,
        TWICE,
        THEN_ANOTHER_UNDER_THE_SAME_KEY
    }

    record Step(Order order, Again again) {}

    private final WholeRegister register = WholeRegister.shared();
    private final Watch watch = Watch.shared();
    private final Model model = new Model();
    private final String somebody = UUID.randomUUID().toString();
    private final List<Acknowledgement> told = new ArrayList<>();
    private final long since = watch.logEnd();

    void take(Step step) {
        Request request = step.order().request(model);
        if (request == null) return;
        String key = UUID.randomUUID().toString();
        Expected expected = step.order().expected(model, request, false);
        Answer answer = answered(expected, request, key);
        if (expected.status() == 503) {
            expected = new Expected(201, "");
            answer = answered(expected, request, key);
        }
        Tally.note(request.path(), expected.status(), expected.code());
        if (expected.status() < 300) learn(step.order(), request, key, answer);
        if (expected.isRemembered()) again(step.again(), request, key, answer);
    }

    private Answer answered(Expected expected, Request request, String key) {
        Answer answer = send(request, key);
        assertThat(new Expected(answer.status(), answer.text("code")))
                .as("%s", request)
                .isEqualTo(expected);
        return answer;
    }

    private void learn(Order order, Request request, String key, Answer answer) {
        Recorded recorded = watch.recorded(answer.position());
        told.add(acknowledged(request, key, answer));
        if (answer.status() == 202)
            model.opened(recorded.the(CaseOpened.class).caseId().toString(), order, request);
        else order.done(model, request, recorded);
    }

    /// A case is accepted on the reference its applicant showed, which is in no request of the registrar's.
    static Acknowledgement acknowledged(Request request, String key, Answer answer) {
        @Nullable
        String reference = request.text("documentReference").isEmpty() ? null : request.text("documentReference");
        return new Acknowledgement(
                key,
                answer.text("transactionId"),
                answer.position(),
                answer.status() == 202 ? CaseOpened.class : request.effect(),
                answer.status() == 202 ? null : reference);
    }

    private void again(Again again, Request request, String key, Answer first) {
        switch (again) {
            case ONCE -> {}
            case TWICE -> {
                Answer second = send(request, key);
                assertThat(second.status()).as("the same again: %s", request).isEqualTo(first.status());
                assertThat(second.body()).isEqualTo(first.body());
            }
            case THEN_ANOTHER_UNDER_THE_SAME_KEY ->
                assertThat(send(request.altered(), key).text("code"))
                        .as("another one under the key of: %s", request)
                        .isEqualTo("IDEMPOTENCY_KEY_REUSED");
        }
    }

    private Answer send(Request request, String key) {
        return register.command(request.path(), request.role(), somebody, key, request.body());
    }

    List<String> violations() {
        return watch.violations(since, told);
    }
}
