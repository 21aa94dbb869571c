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
import uk.vehicleregister.program.invariants.order.SubmitBatch;
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
        Tally.note(request, expected.status(), expected.code());
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
        if (order instanceof SubmitBatch batch) work(batch, request, answer);
        else if (answer.status() == 202)
            model.opened(recorded.the(CaseOpened.class).caseId().toString(), order, request);
        else order.done(model, request, recorded);
    }

    /// What has become of its rows, one after the other: of those of one mark in this order, and no two marks meet.
    private void work(SubmitBatch batch, Request request, Answer answer) {
        List<BatchResult> results = BatchResult.awaitAll(answer.text("batchId"), request.senderOr(somebody));
        assertThat(results).hasSameSizeAs(batch.rows());
        for (int i = 0; i < results.size(); i++) {
            BatchResult result = results.get(i);
            Request row = batch.row(request, i);
            Expected expected = batch.expected(model, row, i);
            assertThat(result.code()).as("%s in a batch", row).isEqualTo(expected.code());
            Tally.noteRow(row, expected.status(), expected.code());
            if (!result.isDone()) continue;
            told.add(result.acknowledged(row));
            batch.done(model, row, i, watch.recorded(result.position()));
        }
    }

    /// A case is accepted on the reference its applicant showed, which is in no request of the registrar's.
    static Acknowledgement acknowledged(Request request, String key, Answer answer) {
        @Nullable
        String reference = request.text("documentReference").isEmpty() ? null : request.text("documentReference");
        boolean waits = answer.status() == 202 && answer.text("batchId").isEmpty();
        return new Acknowledgement(
                key,
                answer.text("transactionId"),
                answer.position(),
                waits ? CaseOpened.class : request.effect(),
                waits ? null : reference);
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
        return register.command(request.path(), request.role(), request.senderOr(somebody), key, request.body());
    }

    List<String> violations() {
        return watch.violations(since, told);
    }
}
