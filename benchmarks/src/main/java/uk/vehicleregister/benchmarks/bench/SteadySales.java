package uk.vehicleregister.benchmarks.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import uk.vehicleregister.benchmarks.cluster.Service.Kind;
import uk.vehicleregister.benchmarks.wire.Wire;

/// Sales that set out on time whatever became of those before, and watchers that see some of them arrive where they are
/// looked for.
final class SteadySales implements AutoCloseable {

    private static final int CLIENTS = 64;
    private static final int WATCHERS = 16;
    private static final int WATCHED_OF = 20;

    /// Between two looks of a watcher: who looks without a pause is a load of its own, and falls behind what it
    /// watches.
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(3);

    /// One watcher's eye, on a connection of its own.
    interface Eye extends AutoCloseable {
        boolean sees(Car sold) throws IOException;

        @Override
        default void close() throws IOException {}
    }

    private record Sold(Car car, long atNanos) {}

    private static final Sold END = new Sold(new Car("", ""), 0);

    private final Stage stage;
    private final HttpSales sales;
    private final Supplier<Eye> eyes;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private double achieved;

    SteadySales(Stage stage, Supplier<Eye> eyes) {
        this.stage = stage;
        this.sales = new HttpSales(stage);
        this.eyes = eyes;
    }

    /// Milliseconds from the answer of a sale until it is seen.
    double[] run(List<Car> cars, int perSecond) throws Exception {
        BlockingQueue<Sold> watched = new LinkedBlockingQueue<>();
        List<Future<List<Double>>> watchers = new ArrayList<>();
        for (int i = 0; i < WATCHERS; i++) watchers.add(threads.submit(() -> watch(watched)));
        AtomicInteger next = new AtomicInteger();
        long began = System.nanoTime();
        List<Future<?>> sellers = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++)
            sellers.add(threads.submit(() -> {
                sell(cars, next, began, perSecond, watched);
                return null;
            }));
        for (Future<?> seller : sellers) seller.get();
        achieved = cars.size() / ((System.nanoTime() - began) / 1e9);
        for (int i = 0; i < WATCHERS; i++) watched.add(END);
        List<Double> lags = new ArrayList<>();
        for (Future<List<Double>> watcher : watchers) lags.addAll(watcher.get());
        return lags.stream().mapToDouble(lag -> lag).toArray();
    }

    private void sell(List<Car> cars, AtomicInteger next, long began, int perSecond, BlockingQueue<Sold> watched)
            throws Exception {
        try (Wire wire = new Wire(stage.port(Kind.COMMAND))) {
            for (int mine = next.getAndIncrement(); mine < cars.size(); mine = next.getAndIncrement()) {
                long due = began + mine * TimeUnit.SECONDS.toNanos(1) / perSecond;
                for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime())
                    LockSupport.parkNanos(wait);
                sales.sell(cars.get(mine), wire);
                if (mine % WATCHED_OF == 0) watched.add(new Sold(cars.get(mine), System.nanoTime()));
            }
        }
    }

    private List<Double> watch(BlockingQueue<Sold> watched) throws Exception {
        List<Double> lags = new ArrayList<>();
        try (Eye eye = eyes.get()) {
            for (Sold sold = watched.take(); sold != END; sold = watched.take()) {
                while (!eye.sees(sold.car())) LockSupport.parkNanos(PAUSE);
                lags.add((System.nanoTime() - sold.atNanos()) / 1e6);
            }
        }
        return lags;
    }

    /// Sales a second of the last run.
    double achieved() {
        return achieved;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
