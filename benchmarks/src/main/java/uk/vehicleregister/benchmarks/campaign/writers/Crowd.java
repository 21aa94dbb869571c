package uk.vehicleregister.benchmarks.campaign.writers;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import uk.vehicleregister.benchmarks.campaign.clients.Request;
import uk.vehicleregister.benchmarks.campaign.clients.Trial;
import uk.vehicleregister.program.client.Answer;

/// Clients that all do the same kind of thing for a while, each with one service.
final class Crowd {

    /// Draws what is sent next.
    interface Habit {
        Request next(Random dice);
    }

    /// On a busy machine a client may need longer than its time for its first command; after this it starves.
    private static final Duration GRACE = Duration.ofSeconds(30);

    private final Trial trial;
    private final Random dice;

    Crowd(Trial trial, Random dice) {
        this.trial = trial;
        this.dice = dice;
    }

    /// @param services 1: all clients use the first; 2: every other client uses the second
    Slice live(int clients, int services, Duration time, Habit habit) {
        long begun = System.nanoTime();
        long until = begun + time.toNanos();
        List<Future<List<Long>>> living = new ArrayList<>();
        List<List<Long>> latencies = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < clients; i++) {
                String address = trial.command(i % services).address();
                Random own = new Random(dice.nextLong());
                living.add(threads.submit(() -> one(address, own, until, habit)));
            }
            for (Future<List<Long>> life : living) latencies.add(life.get());
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ended);
        } catch (ExecutionException fault) {
            throw new IllegalStateException("a client gave up", fault.getCause());
        }
        return Slice.of((System.nanoTime() - begun) / 1e9, latencies);
    }

    /// The latencies of what was done; what was refused is no work.
    private List<Long> one(String address, Random own, long until, Habit habit) {
        List<Long> latencies = new ArrayList<>();
        while (System.nanoTime() - until < (latencies.isEmpty() ? GRACE.toNanos() : 0)) {
            Request request = habit.next(own);
            String key = new UUID(own.nextLong(), own.nextLong()).toString();
            long sent = System.nanoTime();
            Answer answer = trial.sender().untilAnswered(() -> address, request, key);
            trial.note(request, key, answer);
            if (answer.status() == 201) latencies.add(System.nanoTime() - sent);
        }
        return latencies;
    }
}
