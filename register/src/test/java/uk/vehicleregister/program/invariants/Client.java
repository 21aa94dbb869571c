package uk.vehicleregister.program.invariants;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import uk.vehicleregister.kernel.event.AuthorityGranted;
import uk.vehicleregister.kernel.event.CaseOpened;
import uk.vehicleregister.program.client.Answer;
import uk.vehicleregister.program.invariants.check.Acknowledgement;
import uk.vehicleregister.program.invariants.order.Order;
import uk.vehicleregister.program.invariants.order.Recorded;
import uk.vehicleregister.program.invariants.order.Request;
import uk.vehicleregister.program.invariants.order.SubmitBatch;
import uk.vehicleregister.program.running.WholeRegister;

/// One of many: it sends its orders one after the other, each until it has an answer that stands. Now and then it hangs
/// up before the answer, sends a request twice at once, or asks again much later.
final class Client {

    record Told(Request request, int status, String code) {}

    private record Submitted(SubmitBatch batch, Request request, String id) {}

    private static final int PATIENCE = 500;

    private final WholeRegister register = WholeRegister.shared();
    private final String somebody = UUID.randomUUID().toString();
    private final Random whim;
    private final LivePapers papers;
    private final List<Submitted> batches = new ArrayList<>();
    final List<Acknowledgement> told = new ArrayList<>();
    final List<Told> answers = new ArrayList<>();
    final List<String> wrong = new ArrayList<>();

    Client(LivePapers papers, long whims) {
        this.papers = papers;
        this.whim = new Random(whims);
    }

    void send(Order order) {
        Request request = order.request(papers);
        if (request == null) return;
        String key = UUID.randomUUID().toString();
        Answer answer = switch (whim.nextInt(6)) {
            case 0 -> afterHangingUp(request, key);
            case 1 -> twiceAtOnce(request, key);
            case 2 -> andAgain(request, key);
            default -> untilItStands(request, key);
        };
        answers.add(new Told(request, answer.status(), answer.text("code")));
        if (answer.status() < 300) learn(order, request, key, answer);
    }

    /// Every row of its batches that was done is told of as if it had been sent alone.
    void awaitBatches() {
        for (Submitted submitted : batches) {
            List<BatchResult> results =
                    BatchResult.awaitAll(submitted.id(), submitted.request().senderOr(somebody));
            if (results.size() != submitted.batch().rows().size())
                wrong.add("a batch of " + submitted.batch().rows().size() + " rows ended with " + results.size());
            for (BatchResult result : results) {
                Request row = submitted.batch().row(submitted.request(), result.row() - 1);
                if (result.isDone()) told.add(result.acknowledged(row));
                Tally.noteRow(row, result.isDone() ? 201 : 422, result.code());
            }
        }
    }

    private Answer afterHangingUp(Request request, String key) {
        register.commandAndHangUp(request.path(), request.role(), request.senderOr(somebody), key, request.body());
        return untilItStands(request, key);
    }

    private Answer twiceAtOnce(Request request, String key) {
        CompletableFuture<Answer> other =
                CompletableFuture.supplyAsync(() -> untilItStands(request, key), Thread::startVirtualThread);
        Answer answer = untilItStands(request, key);
        return same(request, answer, other.join());
    }

    private Answer andAgain(Request request, String key) {
        return same(request, untilItStands(request, key), untilItStands(request, key));
    }

    /// 201, 202, and final 404 and 422 are answered again to the letter (contract.md).
    private Answer same(Request request, Answer one, Answer other) {
        boolean remembered = one.status() != 400 && one.status() != 403;
        if (remembered && !(one.status() == other.status() && one.body().equals(other.body())))
            wrong.add("one key was answered " + one + " and " + other + " to " + request);
        return one;
    }

    private Answer untilItStands(Request request, String key) {
        for (int tried = 0; tried < PATIENCE; tried++) {
            Answer answer =
                    register.command(request.path(), request.role(), request.senderOr(somebody), key, request.body());
            if (answer.status() == 423 || answer.status() == 429) register.letLocksPass();
            else if (!answer.worthAnotherTry()) return answer;
        }
        throw new AssertionError("no answer that stands to " + request);
    }

    private static Recorded recorded(Answer answer) {
        return Watch.shared().recorded(answer.position());
    }

    private void learn(Order order, Request request, String key, Answer answer) {
        told.add(ModelRun.acknowledged(request, key, answer));
        if (order instanceof SubmitBatch batch) batches.add(new Submitted(batch, request, answer.text("batchId")));
        else if (answer.status() == 202)
            papers.reviewCase(recorded(answer).the(CaseOpened.class).caseId().toString());
        if (!answer.text("certificateNumber").isEmpty())
            papers.certificate(request.text("registrationMark"), answer.text("certificateNumber"));
        if (request.command().equals("authorities"))
            papers.authority(recorded(answer).the(AuthorityGranted.class));
        if (!answer.text("vehicleId").isEmpty()) papers.vehicle(answer.text("vehicleId"));
    }
}
