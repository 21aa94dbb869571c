package uk.vehicleregister.benchmarks.campaign.clients;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.program.client.Answer;
import uk.vehicleregister.program.client.Call;
import uk.vehicleregister.program.client.Http;
import uk.vehicleregister.program.client.Tokens;

/// Sends commands, again and again under the same key, until they are answered for good. For any number of threads.
public final class Sender implements AutoCloseable {

    private static final Duration ONE_ANSWER = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Http http = new Http(ONE_ANSWER);
    private final String issuer;
    private final Archive archive;
    private final Map<Role, Tokens> tokens = new ConcurrentHashMap<>();
    private final Map<String, AtomicLong> answers = new ConcurrentHashMap<>();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();

    public Sender(String issuer, Archive archive) {
        this.issuer = issuer;
        this.archive = archive;
    }

    /// One try; empty when there is no answer, or none that stands.
    public Optional<Answer> once(String address, Request request, String key) {
        Optional<Answer> answer = send(address, request, key);
        answer.ifPresent(given -> note(request, given));
        return answer.filter(given -> !isForLater(given));
    }

    /// @param address asked before each try, for the next one may go to another service
    public Answer untilAnswered(Supplier<String> address, Request request, String key) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        for (int tried = 1; System.nanoTime() - until < 0; tried++) {
            Optional<Answer> answer = once(address.get(), request, key);
            if (answer.isPresent()) return answer.get();
            LockSupport.parkNanos(
                    ThreadLocalRandom.current().nextLong(TimeUnit.MILLISECONDS.toNanos(5L << Math.min(tried, 5))));
        }
        throw new IllegalStateException("No answer that stands to " + request.path() + " in " + PATIENCE);
    }

    /// A question to a query service.
    public Optional<Answer> ask(Call call, Role role) {
        try {
            return Optional.of(http.send(call.as(token(role))));
        } catch (IOException away) {
            return Optional.empty();
        }
    }

    private Optional<Answer> send(String address, Request request, String key) {
        return ask(Call.post(address + request.path(), request.body()).with("Idempotency-Key", key), request.role());
    }

    private String token(Role role) throws IOException {
        return tokens.computeIfAbsent(role, asked -> new Tokens(http, issuer, asked))
                .current();
    }

    /// Whoever is locked out lets ten minutes pass.
    private boolean isForLater(Answer answer) {
        boolean locked = answer.status() == 423 || answer.status() == 429;
        if (locked) archive.letLocksPass();
        return locked || answer.worthAnotherTry() || answer.status() == 500;
    }

    private void note(Request request, Answer answer) {
        String what = answer.status() + " " + answer.text("code");
        answers.computeIfAbsent(what.strip(), _ -> new AtomicLong()).incrementAndGet();
        if (answer.status() == 500) faults.add(request.path() + " was answered 500");
    }

    /// How often each answer was given.
    public Map<String, AtomicLong> answers() {
        return new java.util.TreeMap<>(answers);
    }

    /// Answers that are never right, whatever has been killed.
    public Queue<String> faults() {
        return faults;
    }

    @Override
    public void close() {
        http.close();
    }
}
