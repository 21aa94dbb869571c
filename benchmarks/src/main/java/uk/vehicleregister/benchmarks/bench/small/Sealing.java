package uk.vehicleregister.benchmarks.bench.small;

import java.io.IOException;
import java.nio.file.Files;
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
import org.postgresql.ds.PGSimpleDataSource;
import uk.vehicleregister.eventstore.vault.DataKey;
import uk.vehicleregister.eventstore.vault.KeyedDigest;
import uk.vehicleregister.eventstore.vault.LocalKeys;
import uk.vehicleregister.eventstore.vault.Vault;

/// What sealing a person costs, and comparing a document reference.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class Sealing {

    private static final String KEEPER = "{\"type\":\"PERSON\",\"title\":\"Mr\",\"firstNames\":\"Owen\","
            + "\"lastName\":\"Rees\",\"address\":{\"lines\":[\"7 Castle Road\"],\"postTown\":\"Cardiff\","
            + "\"postcode\":\"CF103NP\"}}";

    private final Vault vault;
    private final KeyedDigest credentials;
    private final DataKey key;
    private final String sealed;

    public Sealing() {
        try {
            LocalKeys keys =
                    LocalKeys.open(Files.createTempDirectory("sealing-").resolve("keys"), true);
            // new keys come from no database
            this.vault = new Vault(new PGSimpleDataSource(), keys.keyService());
            this.credentials = keys.credentials();
            this.key = vault.newKey();
            this.sealed = key.seal(KEEPER);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Benchmark
    public Object newKey() {
        return vault.newKey();
    }

    @Benchmark
    public Object seal() {
        return key.seal(KEEPER);
    }

    @Benchmark
    public Object open() {
        return key.open(sealed);
    }

    @Benchmark
    public Object digestOfReference() {
        return credentials.text("v5c", "0123456789012345678901", "12345678901");
    }
}
