package uk.vehicleregister.query.seal;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.eventstore.log.EventLogReader;
import uk.vehicleregister.eventstore.log.RawEvent;
import uk.vehicleregister.transparencylog.MalformedException;
import uk.vehicleregister.transparencylog.RefusedException;
import uk.vehicleregister.transparencylog.leaf.EventLeaf;
import uk.vehicleregister.transparencylog.leaf.LeafHasher;
import uk.vehicleregister.transparencylog.merkle.Hash;
import uk.vehicleregister.transparencylog.merkle.MerkleHasher;
import uk.vehicleregister.transparencylog.note.Checkpoint;
import uk.vehicleregister.transparencylog.note.CheckpointFile;
import uk.vehicleregister.transparencylog.note.SignedNote;
import uk.vehicleregister.transparencylog.tile.StoredTree;
import uk.vehicleregister.transparencylog.tile.Tile;
import uk.vehicleregister.transparencylog.tile.TreeBuilder;

/// Grows the tree over the log and signs it, and only ever goes on from what it signed before. What it signed last it
/// remembers outside the database, on the disk before a signature leaves: so it notices a log that was put back from an
/// old backup or written anew. For one thread.
final class Sealer {

    private static final int PAGE = 4_096;
    /// So many leaves a checkpoint at most, so that a long log is sealed in steps.
    private static final int MOST_LEAVES = 65_536;

    private final EventLogReader log;
    private final SealingKeys keys;
    private final CheckpointFile memory;
    private final Witnesses witnesses;
    private final LeafHasher hasher = new LeafHasher();
    private final byte[] hash = new byte[Hash.BYTES];
    private final Map<Tile, byte[]> unwritten = new LinkedHashMap<>();
    private @Nullable TreeBuilder tree;
    private Checkpoint signed;

    Sealer(EventLogReader log, SealingKeys keys, CheckpointFile memory, Witnesses witnesses) {
        this.log = log;
        this.keys = keys;
        this.memory = memory;
        this.witnesses = witnesses;
        this.signed = new Checkpoint(keys.origin(), 0, MerkleHasher.EMPTY_ROOT);
    }

    /// The size that was signed last, as far as this sealer knows.
    long size() {
        return signed.size();
    }

    /// Signs what is new, and says whether there was more than one checkpoint takes. After anything thrown it begins
    /// anew from what is published.
    boolean seal(SealStore store) {
        try {
            TreeBuilder grown = tree == null ? resume(store) : tree;
            tree = null;
            long before = grown.size();
            boolean more = grow(grown, before + MOST_LEAVES);
            if (grown.size() < signed.size()) {
                throw new SealRefusedException("the log ends at size " + grown.size() + ", and size " + signed.size()
                        + " was signed before: events are missing");
            }
            if (grown.size() > before) publish(grown, store);
            tree = grown;
            return more;
        } catch (RefusedException | MalformedException e) {
            throw new SealRefusedException(String.valueOf(e.getMessage()));
        }
    }

    /// While another process seals: remembers what that one signed, so as to be able to take over from it.
    void follow(SealStore store) {
        try {
            check(store.latest(), store);
        } catch (RefusedException | MalformedException e) {
            throw new SealRefusedException(String.valueOf(e.getMessage()));
        }
    }

    private TreeBuilder resume(SealStore store) {
        unwritten.clear();
        Published published = store.latest();
        check(published, store);
        long size = published == null ? 0 : published.size();
        TreeBuilder resumed =
                TreeBuilder.resume(store, (tile, hashes) -> unwritten.put(first(tile), hashes.clone()), size);
        if (published != null && !resumed.root().equals(published.checkpoint().root())) {
            throw new SealRefusedException("the stored tiles are not those that were signed at size " + size);
        }
        checkLastTile(size, store);
        return resumed;
    }

    /// Compares what is published with what is remembered, and remembers the later of the two.
    private void check(@Nullable Published published, SealStore store) {
        Checkpoint remembered = memory.latest(keys.origin());
        if (remembered == null && published != null) {
            throw new SealRefusedException("there are checkpoints, but no memory of having signed them");
        }
        signed = remembered == null ? new Checkpoint(keys.origin(), 0, MerkleHasher.EMPTY_ROOT) : remembered;
        if (published == null) return;
        Checkpoint believed = keys.policy().verify(published.note());
        if (believed.size() < signed.size())
            return; // signed and then not published, or an old backup: the events will tell
        new StoredTree(store, believed.size()).consistencyProof(signed.size()).verify(signed.root(), believed.root());
        if (believed.size() > signed.size()) {
            memory.write(believed);
            signed = believed;
        }
    }

    /// The events under the last tile are hashed once more: a log that went another way after a restore differs there
    /// first. All of them are compared by an audit.
    private void checkLastTile(long size, SealStore store) {
        if (size == 0) return;
        long from = (size - 1) / Tile.FULL * Tile.FULL;
        StoredTree stored = new StoredTree(store, size);
        for (long at = from; at < size; ) {
            List<RawEvent> page = log.rawAfter(at - 1, Tile.FULL);
            if (page.isEmpty())
                throw new SealRefusedException("the log ends at size " + at + ", and more is published");
            for (RawEvent event : page) {
                if (at == size) break;
                if (!hasher.hash(leaf(event)).equals(stored.leaf(at))) {
                    throw new SealRefusedException("the event at position " + at + " is not the one that was signed");
                }
                at++;
            }
        }
    }

    private boolean grow(TreeBuilder grown, long most) {
        while (grown.size() < most || grown.size() < signed.size()) {
            List<RawEvent> page = log.rawAfter(grown.size() - 1, PAGE);
            if (page.isEmpty()) return false;
            for (RawEvent event : page) add(event, grown);
        }
        return true;
    }

    private void add(RawEvent event, TreeBuilder grown) {
        if (event.position() != grown.size()) {
            throw new SealRefusedException("position " + grown.size() + " is missing from the log");
        }
        hasher.hash(leaf(event), hash, 0);
        grown.add(hash, 0);
        if (grown.size() == signed.size() && !grown.root().equals(signed.root())) {
            throw new SealRefusedException("the log is another than the one that was signed at size " + signed.size());
        }
    }

    /// In this order: a signature leaves only after it is remembered, and is published only with its tiles.
    private void publish(TreeBuilder grown, SealStore store) {
        grown.writePartialTiles();
        Checkpoint next = new Checkpoint(keys.origin(), grown.size(), grown.root());
        StoredTree sealed = new StoredTree(tile -> read(tile, store), next.size());
        sealed.consistencyProof(signed.size()).verify(signed.root(), next.root());
        memory.write(next);
        SignedNote note = witnesses.cosign(keys.sign(next), sealed);
        store.publish(unwritten, next, note, keys.published());
        unwritten.clear();
        signed = next;
    }

    private byte @Nullable [] read(Tile tile, SealStore store) {
        byte[] hashes = unwritten.get(first(tile));
        if (hashes == null) return store.read(tile);
        return hashes.length < tile.bytes() ? null : Arrays.copyOf(hashes, tile.bytes());
    }

    /// One name for a tile at all its widths.
    private static Tile first(Tile tile) {
        return new Tile(tile.level(), tile.index(), 1);
    }

    static EventLeaf leaf(RawEvent event) {
        return new EventLeaf(
                event.position(),
                event.eventId(),
                event.stream(),
                event.version(),
                event.type(),
                event.revision(),
                event.recordedAtMicros(),
                event.endsTransaction(),
                event.payload(),
                event.metadata());
    }
}
