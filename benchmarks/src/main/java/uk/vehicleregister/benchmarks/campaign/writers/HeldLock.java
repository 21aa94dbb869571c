package uk.vehicleregister.benchmarks.campaign.writers;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.vehicleregister.benchmarks.campaign.Form;
import uk.vehicleregister.benchmarks.campaign.clients.Request;
import uk.vehicleregister.benchmarks.campaign.clients.Requests;
import uk.vehicleregister.benchmarks.campaign.clients.Trial;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.program.client.Answer;
import uk.vehicleregister.program.client.Call;

/// A third writer holds the log's lock and does not let go.
final class HeldLock {

    private static final Duration SOONEST = Duration.ofMillis(1_500);
    private static final Duration LATEST = Duration.ofSeconds(8);

    private final Trial trial;
    private final Form form;
    private final String mark;

    HeldLock(Trial trial, Form form, String mark) {
        this.trial = trial;
        this.form = form;
        this.mark = mark;
    }

    /// Each service says after its lock wait of 2 s that nothing was recorded and that it may be sent again; sent again
    /// when the lock is free, it is done.
    List<String> violations() throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection holder = trial.archive().connection();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("select from log.log_lock for update");
            for (int service = 0; service < 2; service++) ask(service, found);
            holder.rollback();
        }
        for (int service = 0; service < 2; service++) {
            String address = trial.command(service).address();
            Request request = Requests.motPass(mark);
            Answer again = trial.sender().untilAnswered(() -> address, request, key(service));
            trial.note(request, key(service), again);
            if (again.status() != 201) found.add("sent again when the lock was free: " + again.problem());
        }
        return found;
    }

    private void ask(int service, List<String> found) {
        long sent = System.nanoTime();
        Request request = Requests.motPass(mark);
        Optional<Answer> answer = trial.sender()
                .ask(
                        Call.post(trial.command(service).address() + request.path(), request.body())
                                .with("Idempotency-Key", key(service)),
                        Role.OPERATOR);
        Duration waited = Duration.ofNanos(System.nanoTime() - sent);
        String said =
                answer.map(given -> given.status() + " " + given.text("code")).orElse("nothing");
        if (!said.equals("409 CONFLICT")) found.add("while the lock was held, a service said " + said);
        if (waited.compareTo(SOONEST) < 0 || waited.compareTo(form.patience(LATEST)) > 0)
            found.add("while the lock was held, a service took " + waited.toMillis() + " ms to say so");
    }

    private static String key(int service) {
        return "held-lock-" + service;
    }
}
