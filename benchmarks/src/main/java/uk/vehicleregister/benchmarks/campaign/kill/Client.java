package uk.vehicleregister.benchmarks.campaign.kill;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import uk.vehicleregister.benchmarks.campaign.audit.GivenUp;
import uk.vehicleregister.benchmarks.campaign.clients.Certificate;
import uk.vehicleregister.benchmarks.campaign.clients.Request;
import uk.vehicleregister.benchmarks.campaign.clients.Requests;
import uk.vehicleregister.benchmarks.campaign.clients.Trial;
import uk.vehicleregister.benchmarks.campaign.clients.V5C;
import uk.vehicleregister.kernel.event.MarkRetained;
import uk.vehicleregister.program.client.Answer;

/// Sells vehicles, retains marks and assigns them, one thing after the other. On vehicles of its own nobody else is
/// quicker, so that each of its requests must be done in the end; on those that all share it may come too late. Now and
/// then it goes away without its answer and never asks again.
final class Client {

    /// What several clients share.
    ///
    /// @param vehicles ids
    record Street(List<String> vehicles, Queue<GivenUp> givenUp, Queue<String> wrong) {}

    private final Trial trial;
    private final Street street;
    private final Random dice;
    private final List<V5C> own;
    private final List<Certificate> certificates = new ArrayList<>();

    Client(Trial trial, Street street, long seed, List<V5C> own) {
        this.trial = trial;
        this.street = street;
        this.dice = new Random(seed);
        this.own = new ArrayList<>(own);
    }

    /// Until told to stop; a command that was begun is seen through.
    void live(AtomicBoolean stop) {
        // One that was given up may have moved on since.
        own.replaceAll(v5c -> trial.archive().latest(v5c.vehicleId()));
        List<V5C> doubtful = new ArrayList<>();
        while (!stop.get() && !own.isEmpty()) {
            LockSupport.parkNanos(Duration.ofMillis(dice.nextInt(40)).toNanos());
            if (dice.nextInt(4) == 0) onTheStreet();
            else atHome(doubtful);
        }
        own.addAll(doubtful);
    }

    private void atHome(List<V5C> doubtful) {
        V5C v5c = own.removeLast();
        Request request = drawn(v5c);
        String key = key();
        if (dice.nextInt(25) == 0 && !hasAnswer(request, key)) {
            doubtful.add(v5c);
            return;
        }
        Answer answer = answered(request, key);
        if (answer.status() == 201) own.addFirst(trial.archive().v5c(v5c.vehicleId(), answer.position()));
        else {
            own.addFirst(v5c);
            street.wrong()
                    .add("what nobody else stood in the way of was refused: " + request.path() + " " + answer.status()
                            + " " + answer.text("code"));
        }
    }

    private void onTheStreet() {
        String vehicle = street.vehicles().get(dice.nextInt(street.vehicles().size()));
        answered(drawn(trial.archive().latest(vehicle)), key());
    }

    /// Tries once; without an answer that stands the client is gone.
    private boolean hasAnswer(Request request, String key) {
        Optional<Answer> answer = trial.sender().once(trial.command(0).address(), request, key);
        if (answer.isEmpty() && request.reference() != null)
            street.givenUp().add(new GivenUp(key, request.effect(), request.reference()));
        return answer.isPresent();
    }

    private Answer answered(Request request, String key) {
        Answer answer = trial.sender().untilAnswered(trial.command(0)::address, request, key);
        trial.note(request, key, answer);
        if (answer.status() == 201 && request.effect() == MarkRetained.class)
            certificates.add(new Certificate(answer.text("retainedMark"), answer.text("certificateNumber")));
        return answer;
    }

    private Request drawn(V5C v5c) {
        return switch (dice.nextInt(4)) {
            case 0 -> Requests.retention(v5c);
            case 1 -> certificates.isEmpty() ? Requests.keeperChange(v5c) : assignment(v5c);
            default -> Requests.keeperChange(v5c);
        };
    }

    /// Whether it is done or comes too late, the certificate is not shown again.
    private Request assignment(V5C v5c) {
        return Requests.assignment(v5c, certificates.removeLast());
    }

    private String key() {
        return new UUID(dice.nextLong(), dice.nextLong()).toString();
    }
}
