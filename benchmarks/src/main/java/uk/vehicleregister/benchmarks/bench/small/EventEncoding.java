package uk.vehicleregister.benchmarks.bench.small;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import uk.vehicleregister.kernel.event.EventJson;
import uk.vehicleregister.kernel.event.KeeperChanged;
import uk.vehicleregister.kernel.keeper.KeeperType;
import uk.vehicleregister.kernel.sealing.Sealed;
import uk.vehicleregister.kernel.sealing.SealedKeeper;
import uk.vehicleregister.kernel.vehicle.VehicleId;

/// An event to its text and back.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class EventEncoding {

    private final KeeperChanged fact = new KeeperChanged(
            new VehicleId("0123456789012345678901"),
            new SealedKeeper(
                    KeeperType.PERSON,
                    new Sealed("k".repeat(22) + "." + "x".repeat(280)),
                    new Sealed("k".repeat(22) + "." + "x".repeat(48))),
            LocalDate.of(2026, 1, 2),
            null,
            null,
            List.of());
    private final String text = EventJson.write(fact);

    @Benchmark
    public Object write() {
        return EventJson.write(fact);
    }

    @Benchmark
    public Object read() {
        return EventJson.readFact("KeeperChanged", "1", text);
    }
}
