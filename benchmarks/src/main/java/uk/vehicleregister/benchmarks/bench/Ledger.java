package uk.vehicleregister.benchmarks.bench;

import java.util.concurrent.atomic.AtomicLong;

/// What was acknowledged to the clients, to be compared with the log.
final class Ledger {

    private final AtomicLong sales = new AtomicLong();
    private final AtomicLong vehicles = new AtomicLong();

    void sold() {
        sales.incrementAndGet();
    }

    void loaded(long count) {
        vehicles.addAndGet(count);
    }

    long sales() {
        return sales.get();
    }

    long vehicles() {
        return vehicles.get();
    }
}
