package uk.vehicleregister.program.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.program.load.Progress;
import uk.vehicleregister.transparencylog.leaf.EventLeaf;
import uk.vehicleregister.transparencylog.leaf.LeafHasher;
import uk.vehicleregister.transparencylog.note.Checkpoint;
import uk.vehicleregister.transparencylog.tile.Tile;
import uk.vehicleregister.transparencylog.tile.TileDirectory;
import uk.vehicleregister.transparencylog.tile.TreeBuilder;

/// Not a test: how many events a second are written to an archive and verified from it, by the clock and by the
/// processor time of the whole process, which others at work on the machine do not change as much.
final class AuditSpeed {

    private AuditSpeed() {}

    public static void main(String[] arguments) throws IOException {
        int size = arguments.length == 0 ? 1_000_000 : Integer.parseInt(arguments[0]);
        Path folder = Files.createTempDirectory("audit-speed");
        Path lines = folder.resolve("lines");
        TileDirectory tiles = new TileDirectory(folder);
        byte[] note = make(size, lines, tiles);
        System.out.printf("%,d events, %,d bytes a line%n", size, Files.size(lines) / size);
        for (int round = 0; round < 3; round++) {
            Path archive = folder.resolve("register" + round + ".zip");
            measure(
                    "export",
                    size,
                    () -> ArchiveWriter.write(new Made(note, lines, tiles), note, archive, new Progress.None()));
            System.out.printf("%,d bytes of archive an event%n", Files.size(archive) / size);
            measure("verify", size, () -> {
                try (ArchiveLog log = ArchiveLog.open(archive)) {
                    var outcome = new Verification(log, null, folder.resolve("kept"), true).run();
                    if (!outcome.good()) throw new IllegalStateException(String.valueOf(outcome.verdict()));
                }
            });
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void measure(String name, int size, Work work) throws IOException {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long cpu = system.getProcessCpuTime();
        long wall = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - wall) / 1e9;
        double busy = (system.getProcessCpuTime() - cpu) / 1e9;
        System.out.printf(
                "%s: %.1f s, %,.0f events/s by the clock; %.1f s of processor time%n",
                name, seconds, size / seconds, busy);
    }

    private static byte[] make(int size, Path file, TileDirectory tiles) throws IOException {
        Random random = new Random(1);
        LeafHasher hasher = new LeafHasher();
        TreeBuilder tree = new TreeBuilder(tiles);
        try (var out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < size; i++) {
                EventLeaf event = event(i, random);
                tree.add(hasher.hash(event));
                out.write(MadeLog.line(event));
                out.write('\n');
            }
        }
        tree.writePartialTiles();
        return new Checkpoint(MadeLog.ORIGIN, tree.size(), tree.root())
                .sign(MadeLog.KEY.author())
                .bytes();
    }

    /// As large as an event of the register is: sealed fields in base64, which hardly compress.
    private static EventLeaf event(int position, Random random) {
        byte[] sealed = new byte[195];
        random.nextBytes(sealed);
        String payload = "{\"vehicleId\":\"" + UUID.nameUUIDFromBytes(Arrays.copyOf(sealed, 8)) + "\",\"keeper\":\""
                + Base64.getUrlEncoder().encodeToString(sealed)
                + "\",\"dateOfSale\":\"2026-11-27\",\"mileage\":" + position + ",\"notice\":\"KEEPER_CHANGE\"}";
        UUID transaction = new UUID(random.nextLong(), random.nextLong());
        String metadata = "{\"transactionId\":\"" + transaction + "\",\"role\":\"citizen\",\"actor\":\""
                + transaction.toString().substring(0, 22) + "\",\"traceId\":\"" + transaction + "\"}";
        return new EventLeaf(
                position,
                new UUID(random.nextLong(), random.nextLong()),
                "vehicle-"
                        + UUID.nameUUIDFromBytes(
                                new byte[] {(byte) (position / 3), (byte) (position / 768), (byte) (position / 196_608)
                                }),
                position % 3,
                "KeeperChanged",
                "2",
                1_795_771_800_000_000L + position,
                true,
                payload.getBytes(StandardCharsets.UTF_8),
                metadata.getBytes(StandardCharsets.UTF_8));
    }

    private record Made(byte[] note, Path lines, TileDirectory tiles) implements AuditedLog {

        @Override
        public byte[] checkpoint() {
            return note;
        }

        @Override
        public String key() {
            return MadeLog.KEY.verifier().toString();
        }

        @Override
        public Feed events(long size) {
            try {
                return new LineCutter(Files.newInputStream(lines), "events", 1);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public byte @Nullable [] read(Tile tile) {
            return tiles.read(tile);
        }

        @Override
        public long notSealedYet(long size) {
            return 0;
        }

        @Override
        public @Nullable Finding afterwards() {
            return null;
        }

        @Override
        public String name() {
            return "made";
        }

        @Override
        public void close() {}
    }
}
