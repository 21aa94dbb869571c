package uk.vehicleregister.program.audit;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import uk.vehicleregister.transparencylog.leaf.EventLeaf;
import uk.vehicleregister.transparencylog.leaf.LeafHasher;
import uk.vehicleregister.transparencylog.note.Checkpoint;
import uk.vehicleregister.transparencylog.note.SignatureType;
import uk.vehicleregister.transparencylog.note.SigningKey;
import uk.vehicleregister.transparencylog.tile.Tile;
import uk.vehicleregister.transparencylog.tile.TreeBuilder;

/// A sealed log in memory, and what somebody may do to it behind its back.
final class MadeLog implements AuditedLog {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static final String ORIGIN = "register.test/log";
    static final SigningKey KEY = SigningKey.generate(ORIGIN, SignatureType.ED25519, new SecureRandom());

    final List<EventLeaf> events = new ArrayList<>();
    final Map<String, byte[]> tiles = new HashMap<>();
    SigningKey key = KEY;
    /// Signs beside the other, while keys are changed.
    @Nullable
    SigningKey next;

    byte[] note = new byte[0];

    /// So many events in streams of three, two of them in each transaction, sealed.
    static MadeLog of(int size) {
        MadeLog log = new MadeLog();
        Random random = new Random(size);
        for (int i = 0; i < size; i++) log.events.add(event(i, i == size - 1 || i % 2 == 1, random));
        return log.seal();
    }

    static EventLeaf event(int position, boolean ends, Random random) {
        return new EventLeaf(
                position,
                new UUID(random.nextLong(), random.nextLong()),
                "vehicle-" + position / 3,
                position % 3,
                "KeeperChanged",
                "2",
                1_795_771_800_000_000L + position / 2 * 1000L,
                ends,
                ("{\"keeper\":\"" + random.nextLong() + "\", \"x\" : \"\u00e4\ud83d\ude97\\n\"}")
                        .getBytes(StandardCharsets.UTF_8),
                ("{\"transactionId\":\"" + position / 2 + "\"}").getBytes(StandardCharsets.UTF_8));
    }

    /// Makes tiles and checkpoint anew from the events as they are now.
    MadeLog seal() {
        tiles.clear();
        TreeBuilder tree = new TreeBuilder((tile, hashes) -> tiles.put(tile.path(), hashes.clone()));
        LeafHasher hasher = new LeafHasher();
        for (EventLeaf event : events) tree.add(hasher.hash(event));
        tree.writePartialTiles();
        Checkpoint checkpoint = new Checkpoint(ORIGIN, tree.size(), tree.root());
        SigningKey other = next;
        note = (other == null ? checkpoint.sign(key.author()) : checkpoint.sign(key.author(), other.author())).bytes();
        return this;
    }

    EventLeaf get(int position) {
        return events.get(position);
    }

    String lines() {
        StringBuilder lines = new StringBuilder();
        events.forEach(event -> lines.append(line(event)).append('\n'));
        return lines.toString();
    }

    static String line(EventLeaf event) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("position", event.position());
        line.put("eventId", event.eventId().toString());
        line.put("stream", event.stream());
        line.put("version", event.version());
        line.put("type", event.type());
        line.put("revision", event.revision());
        line.put("recordedAt", event.recordedAtMicros());
        line.put("endsTransaction", event.endsTransaction());
        line.put("payload", new String(event.payload(), StandardCharsets.UTF_8));
        line.put("metadata", new String(event.metadata(), StandardCharsets.UTF_8));
        return JSON.writeValueAsString(line);
    }

    @Override
    public byte[] checkpoint() {
        return note;
    }

    @Override
    public String key() {
        return next == null ? key.verifier().toString() : key.verifier() + "\n" + next.verifier();
    }

    @Override
    public Feed events(long size) {
        byte[] all = lines().getBytes(StandardCharsets.UTF_8);
        return new LineCutter(new ByteArrayInputStream(all), "events", 1);
    }

    @Override
    public byte @Nullable [] read(Tile tile) {
        return tiles.get(tile.path());
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
        return "memory";
    }

    @Override
    public void close() {}
}
