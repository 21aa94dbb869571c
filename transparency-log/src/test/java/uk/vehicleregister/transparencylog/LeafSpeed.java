package uk.vehicleregister.transparencylog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestException;
import java.security.MessageDigest;
import java.util.Random;
import java.util.UUID;
import java.util.function.LongConsumer;
import uk.vehicleregister.transparencylog.leaf.EventLeaf;
import uk.vehicleregister.transparencylog.leaf.LeafFormat;
import uk.vehicleregister.transparencylog.leaf.LeafHasher;
import uk.vehicleregister.transparencylog.merkle.Hash;
import uk.vehicleregister.transparencylog.merkle.MerkleHasher;
import uk.vehicleregister.transparencylog.tile.Tile;
import uk.vehicleregister.transparencylog.tile.TileDirectory;
import uk.vehicleregister.transparencylog.tile.TileStore;
import uk.vehicleregister.transparencylog.tile.TreeBuilder;

/// Not a test: how many leaves a second one core hashes and adds to the tree, beside what SHA-256 alone does
/// with the same bytes. By the time of the thread on the processor, so that others at work on the machine do
/// not count.
final class LeafSpeed {

    private static final int KINDS = 1000;
    private static final int LEAVES = 1_000_000;

    private LeafSpeed() {}

    public static void main(String[] arguments) throws IOException {
        EventLeaf[] events = events();
        long bytes = 0;
        for (EventLeaf event : events) bytes += LeafFormat.encode(event).length;
        System.out.printf("%,d leaves a round, %,d bytes each on average%n", LEAVES, bytes / KINDS);
        Path folder = Files.createTempDirectory("tiles");
        for (int round = 0; round < 5; round++) {
            measure("SHA-256 alone, leaf and node in one piece each", floor(events));
            measure("leaf hashes", hashes(events));
            measure("leaf hashes and tree, tiles thrown away", tree(events, (tile, hashes) -> {}));
            Path kept = folder.resolve("kept" + round);
            Files.createDirectories(kept);
            measure(
                    "the same, tiles as files left to the system",
                    tree(events, (tile, hashes) -> write(kept, tile, hashes)));
            measure(
                    "the same, tiles as files forced to the disk",
                    tree(events, new TileDirectory(folder.resolve("" + round))));
        }
    }

    private static void measure(String name, LongConsumer work) {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long garbage = threads.getCurrentThreadAllocatedBytes();
        long wall = System.nanoTime();
        long cpu = threads.getCurrentThreadCpuTime();
        work.accept(LEAVES);
        double seconds = (threads.getCurrentThreadCpuTime() - cpu) / 1e9;
        System.out.printf(
                "%-52s %,12.0f leaves/s of processor time, %,12.0f by the clock, %d bytes of garbage a leaf%n",
                name,
                LEAVES / seconds,
                LEAVES / ((System.nanoTime() - wall) / 1e9),
                (threads.getCurrentThreadAllocatedBytes() - garbage) / LEAVES);
    }

    private static LongConsumer floor(EventLeaf[] events) {
        byte[][] encoded = new byte[KINDS][];
        for (int i = 0; i < KINDS; i++) encoded[i] = LeafFormat.encode(events[i]);
        MessageDigest sha = MerkleHasher.sha256();
        byte[] pair = new byte[1 + 2 * Hash.BYTES];
        return count -> {
            try {
                for (int i = 0; i < count; i++) {
                    sha.update(encoded[i % KINDS]);
                    sha.digest(pair, 1, Hash.BYTES);
                    sha.update(pair);
                    sha.digest(pair, 1, Hash.BYTES);
                }
            } catch (DigestException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    private static LongConsumer hashes(EventLeaf[] events) {
        LeafHasher hasher = new LeafHasher();
        byte[] hash = new byte[Hash.BYTES];
        return count -> {
            for (int i = 0; i < count; i++) hasher.hash(events[i % KINDS], hash, 0);
        };
    }

    private static LongConsumer tree(EventLeaf[] events, TileStore store) {
        LeafHasher hasher = new LeafHasher();
        byte[] hash = new byte[Hash.BYTES];
        return count -> {
            TreeBuilder tree = new TreeBuilder(store);
            for (int i = 0; i < count; i++) {
                hasher.hash(events[i % KINDS], hash, 0);
                tree.add(hash, 0);
            }
            tree.writePartialTiles();
        };
    }

    private static void write(Path folder, Tile tile, byte[] hashes) {
        try {
            Files.write(folder.resolve(tile.path().replace('/', '-')), hashes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EventLeaf[] events() {
        Random random = new Random(1);
        EventLeaf[] events = new EventLeaf[KINDS];
        for (int i = 0; i < KINDS; i++) {
            byte[] payload = new byte[310 + random.nextInt(210)];
            byte[] metadata = new byte[130 + random.nextInt(40)];
            random.nextBytes(payload);
            random.nextBytes(metadata);
            UUID id = new UUID(random.nextLong(), random.nextLong());
            events[i] = new EventLeaf(
                    i,
                    id,
                    "vehicle-" + id,
                    3,
                    "KeeperChanged",
                    "2",
                    1_795_771_800_123_456L + i,
                    true,
                    payload,
                    metadata);
        }
        return events;
    }
}
