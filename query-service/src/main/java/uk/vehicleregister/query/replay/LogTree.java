package uk.vehicleregister.query.replay;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.eventstore.log.RecordedEvent;
import uk.vehicleregister.query.seal.SealedLog;
import uk.vehicleregister.transparencylog.MalformedException;
import uk.vehicleregister.transparencylog.leaf.LeafHasher;
import uk.vehicleregister.transparencylog.merkle.Hash;
import uk.vehicleregister.transparencylog.note.Checkpoint;
import uk.vehicleregister.transparencylog.tile.StoredTree;
import uk.vehicleregister.transparencylog.tile.TileReader;
import uk.vehicleregister.transparencylog.tile.TreeBuilder;

/// The tree over the very events that are folded, so that a report can say which log its rows follow from. On its way
/// it is held against the checkpoints that are known.
final class LogTree {

    private final List<Checkpoint> known;
    private final LeafHasher hasher = new LeafHasher();
    private final byte[] hash = new byte[Hash.BYTES];
    private final TreeBuilder tree = new TreeBuilder((_, _) -> {});

    LogTree(List<Checkpoint> known) {
        this.known = List.copyOf(known);
    }

    /// In the order of the log. What was added before is passed over.
    void add(List<RecordedEvent> events) {
        for (RecordedEvent event : events) {
            if (event.position() < tree.size()) continue;
            if (event.position() > tree.size())
                throw new ReplayRefusedException("position " + tree.size() + " is missing from the log");
            hasher.hash(SealedLog.leaf(event), hash, 0);
            tree.add(hash, 0);
            for (Checkpoint checkpoint : known)
                if (checkpoint.size() == tree.size() && !checkpoint.root().equals(tree.root()))
                    throw new ReplayRefusedException("the first " + tree.size()
                            + " events are not those that were sealed; verify says which is the first");
        }
    }

    long size() {
        return tree.size();
    }

    Hash root() {
        return tree.root();
    }

    /// How many of the events are under this checkpoint. One that goes further is asked for the tree it had then.
    long sealed(@Nullable Checkpoint latest, TileReader tiles) {
        if (latest == null) return 0;
        if (latest.size() <= size()) return latest.size();
        try {
            StoredTree stored = new StoredTree(tiles, latest.size());
            if (stored.root().equals(latest.root()) && stored.rootAt(size()).equals(root())) return size();
        } catch (MalformedException e) {
            throw new ReplayRefusedException("the tiles of the log are not those of its checkpoint");
        }
        throw new ReplayRefusedException(
                "the first " + size() + " events are not those that were sealed; verify says which is the first");
    }
}
