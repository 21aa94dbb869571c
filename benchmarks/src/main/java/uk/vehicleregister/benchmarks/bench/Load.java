package uk.vehicleregister.benchmarks.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Clients that each send the next as soon as the last is answered.
final class Load {

    /// One client's work. It is for one thread.
    interface Client extends AutoCloseable {

        /// Does one piece of work; false when there is none left.
        boolean once() throws Exception;

        @Override
        default void close() throws Exception {}
    }

    interface Clients {
        Client client(int number) throws Exception;
    }

    /// @param nanos how long each piece took, sorted
    record Measured(double seconds, long[] nanos) {

        double perSecond() {
            return nanos.length / seconds;
        }

        double percentileMillis(double part) {
            if (nanos.length == 0) return Double.NaN;
            int index = (int) Math.ceil(part * nanos.length) - 1;
            return nanos[Math.clamp(index, 0, nanos.length - 1)] / 1e6;
        }
    }

    private Load() {}

    /// Some work that can be had more of, as long as time is left.
    interface Supply {
        Clients more() throws Exception;
    }

    /// Until the compiler has seen enough of it: again and again, since one supply may not last so long.
    static void warmUp(int clients, Duration time, Supply supply) throws Exception {
        long until = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = until - System.nanoTime())
            run(clients, Duration.ofNanos(left), supply.more());
    }

    /// Ends when the time is over, or for each client when it has no more to do; connections are made before the clock
    /// runs.
    static Measured run(int clients, Duration time, Clients work) throws Exception {
        List<Client> ready = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < clients; i++) ready.add(work.client(i));
            CountDownLatch start = new CountDownLatch(1);
            List<Future<long[]>> all = new ArrayList<>();
            long[] until = new long[1];
            for (Client client : ready)
                all.add(threads.submit(() -> {
                    start.await();
                    return repeat(client, until[0]);
                }));
            long began = System.nanoTime();
            until[0] = began + time.toNanos();
            start.countDown();
            List<long[]> took = new ArrayList<>();
            for (Future<long[]> one : all) took.add(one.get());
            double seconds = (System.nanoTime() - began) / 1e9;
            long[] nanos = took.stream().flatMapToLong(Arrays::stream).sorted().toArray();
            return new Measured(seconds, nanos);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Exception cause) throw cause;
            throw failed;
        } finally {
            for (Client client : ready) client.close();
        }
    }

    private static long[] repeat(Client client, long until) throws Exception {
        long[] took = new long[1024];
        int count = 0;
        for (long now = System.nanoTime(); now - until < 0; ) {
            if (!client.once()) break;
            long then = System.nanoTime();
            if (count == took.length) took = Arrays.copyOf(took, 2 * count);
            took[count++] = then - now;
            now = then;
        }
        return Arrays.copyOf(took, count);
    }
}
