package uk.vehicleregister.benchmarks.bench.small;

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
import uk.vehicleregister.kernel.mark.RegistrationMark;

/// A mark as people type it.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class MarkParsing {

    private static final List<String> TYPED =
            List.of("AB51 CDE", "ab51cde", "P111 OWL", "ABC 1", "1 ABC", "Q 123 ABC", "AZ 1234", "AB-51-CDE");

    private int next;

    @Benchmark
    public Object parse() {
        return RegistrationMark.parse(TYPED.get(next++ & 7));
    }

    @Benchmark
    public Object parseAndObeysLetterRules() {
        return new RegistrationMark("AB51CDE").obeysLetterRules();
    }
}
