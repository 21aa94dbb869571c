package uk.vehicleregister.benchmarks.campaign.linear;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import uk.vehicleregister.benchmarks.campaign.clients.Certificate;
import uk.vehicleregister.benchmarks.campaign.clients.Request;
import uk.vehicleregister.benchmarks.campaign.clients.Requests;
import uk.vehicleregister.benchmarks.campaign.clients.Trial;
import uk.vehicleregister.benchmarks.campaign.clients.V5C;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.program.client.Answer;
import uk.vehicleregister.program.client.Call;

/// One of several on a street, who writes down what it was told and when.
final class LinearClient {

    private static final Set<String> NO_SUCH_CERTIFICATE =
            Set.of("CERTIFICATE_NOT_MATCHED", "CERTIFICATE_EXPIRED", "MARK_NOT_AVAILABLE");

    private final Trial trial;
    private final Papers papers;
    private final int number;
    private final Random dice;
    final List<Operation> history = new ArrayList<>();

    LinearClient(Trial trial, Papers papers, int number, long seed) {
        this.trial = trial;
        this.papers = papers;
        this.number = number;
        this.dice = new Random(seed);
    }

    void live(int operations) {
        for (int i = 0; i < operations; i++) {
            V5C v5c = papers.any(dice);
            switch (dice.nextInt(8)) {
                case 0, 1 -> read(v5c.vehicleId());
                case 2, 3 -> retain(v5c);
                case 4, 5 -> assign(v5c);
                default -> change(v5c);
            }
        }
    }

    private void change(V5C v5c) {
        send(
                Requests.keeperChange(v5c),
                v5c,
                null,
                (_, next) -> new Operation.KeeperChanged(v5c.mark(), v5c.reference(), next));
    }

    private void retain(V5C v5c) {
        send(Requests.retention(v5c), v5c, null, (answer, next) -> {
            String certificate = answer.text("certificateNumber");
            papers.seen(new Certificate(v5c.mark(), certificate));
            return new Operation.Retained(
                    v5c.mark(), v5c.reference(), certificate, answer.text("replacementMark"), next);
        });
    }

    private void assign(V5C v5c) {
        if (!papers.hasCertificates()) return;
        Certificate shown = papers.anyCertificate(dice);
        Operation.Did refused =
                new Operation.CertificateNotMatched(v5c.mark(), v5c.reference(), shown.mark(), shown.number());
        send(
                Requests.assignment(v5c, shown),
                v5c,
                refused,
                (_, next) -> new Operation.Assigned(v5c.mark(), v5c.reference(), shown.mark(), shown.number(), next));
    }

    private interface Done {
        Operation.Did with(Answer answer, String nextReference);
    }

    /// @param refused what it was when only the certificate was not good
    private void send(Request request, V5C v5c, Operation.@Nullable Did refused, Done done) {
        long invoked = System.nanoTime();
        Answer answer = answered(request);
        long returned = System.nanoTime();
        if (answer.status() == 201) {
            V5C next = trial.archive().v5c(v5c.vehicleId(), answer.position());
            papers.seen(next);
            note(invoked, returned, done.with(answer, next.reference()));
        } else if (answer.status() == 404) {
            note(invoked, returned, new Operation.NotMatched(v5c.mark(), v5c.reference()));
        } else if (refused != null && NO_SUCH_CERTIFICATE.contains(answer.text("code"))) {
            note(invoked, returned, refused);
        } else {
            throw new IllegalStateException("no street is like this: " + answer.problem());
        }
    }

    /// Each try goes to either service, as a load balancer might have it.
    private Answer answered(Request request) {
        String key = new UUID(dice.nextLong(), dice.nextLong()).toString();
        Answer answer = trial.sender()
                .untilAnswered(() -> trial.command(dice.nextInt(2)).address(), request, key);
        trial.note(request, key, answer);
        return answer;
    }

    /// Asks for an answer that knows of all that is in the log by now.
    private void read(String vehicle) {
        long invoked = System.nanoTime();
        Call question = Call.post(trial.query().address() + "/v1/documents/search", Map.of("vehicleId", vehicle))
                .with(
                        "If-Position-At-Least",
                        Long.toString(trial.archive().log().lastPosition()));
        Optional<Answer> answer = trial.sender().ask(question, Role.REGISTRAR);
        while (answer.isEmpty() || answer.get().status() != 200) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            answer = trial.sender().ask(question, Role.REGISTRAR);
        }
        long returned = System.nanoTime();
        JsonNode latest = answer.get()
                .body()
                .valueStream()
                .filter(document -> document.path("type").asString().equals("V5C"))
                .reduce((_, later) -> later)
                .orElseThrow();
        note(
                invoked,
                returned,
                new Operation.Read(
                        vehicle,
                        latest.path("registrationMark").asString(),
                        latest.path("documentReference").asString()));
    }

    private void note(long invoked, long returned, Operation.Did did) {
        history.add(new Operation(number, invoked, returned, did));
    }
}
