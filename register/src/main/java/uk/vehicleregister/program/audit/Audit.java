package uk.vehicleregister.program.audit;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.program.load.Progress;
import uk.vehicleregister.transparencylog.MalformedException;
import uk.vehicleregister.transparencylog.RefusedException;
import uk.vehicleregister.transparencylog.leaf.EventLeaf;
import uk.vehicleregister.transparencylog.leaf.LeafHasher;
import uk.vehicleregister.transparencylog.merkle.Hash;
import uk.vehicleregister.transparencylog.merkle.MerkleHasher;
import uk.vehicleregister.transparencylog.note.Checkpoint;
import uk.vehicleregister.transparencylog.tile.StoredTree;
import uk.vehicleregister.transparencylog.tile.TileComparison;
import uk.vehicleregister.transparencylog.tile.TileComparison.Difference;
import uk.vehicleregister.transparencylog.tile.TreeBuilder;

/// Makes every leaf of a log from its event, builds the tree anew, and compares it with the tiles, with the signed
/// root, and with the root the auditor kept from last time. Reads everything once, in its order, in bounded memory.
final class Audit {

    private static final int TOLD_EVERY = 1 << 14;

    private final AuditedLog log;
    private final Checkpoint signed;
    private final @Nullable Checkpoint kept;
    private final SignedSizeTiles tiles;
    private final TileComparison comparison;
    private final TreeBuilder tree;
    private final LeafHasher hasher = new LeafHasher();
    private final byte[] hash = new byte[Hash.BYTES];
    private final StreamVersions versions = new StreamVersions();
    private long latest = Long.MIN_VALUE;
    private boolean ended = true;
    private boolean keptHolds;
    private @Nullable Finding brokenRule;

    /// @param signed the checkpoint, its signature verified
    /// @param kept that of last time, of no larger size, or null
    Audit(AuditedLog log, Checkpoint signed, @Nullable Checkpoint kept) {
        this.log = log;
        this.signed = signed;
        this.kept = kept;
        tiles = new SignedSizeTiles(log, signed.size());
        comparison = new TileComparison(tiles);
        tree = new TreeBuilder(comparison);
        keptHolds = kept == null || kept.size() == 0 && kept.root().equals(MerkleHasher.EMPTY_ROOT);
    }

    Verdict run(Progress progress) throws IOException {
        Finding broken = readAll(progress);
        tree.writePartialTiles();
        long events = tree.size();
        if (broken == null && !ended) {
            rule(events - 1, "is the last one signed, and its transaction goes on after it");
        }
        Finding wrong = first(broken);
        long good = wrong == null ? signed.size() - 1 : goodBefore(wrong);
        return new Verdict(signed, good, wrong, events, versions.followed(), versions.notFollowed());
    }

    /// What kept the log from being read to its end, or null.
    private @Nullable Finding readAll(Progress progress) throws IOException {
        try (Pipe pipe = new Pipe(log.events(signed.size()))) {
            for (Chunk chunk = pipe.next(); chunk != null; chunk = pipe.next()) {
                Finding broken = read(chunk);
                if (broken != null) return broken;
                if (tree.size() / TOLD_EVERY > (tree.size() - 1) / TOLD_EVERY || tree.size() == signed.size())
                    progress.to(tree.size());
            }
        } catch (MalformedException e) {
            return Finding.at(tree.size(), e.where(), e.what());
        }
        if (tree.size() == signed.size()) return null;
        return Finding.at(tree.size(), "event", "is missing: the log ends here, and " + signed.size() + " are signed");
    }

    private @Nullable Finding read(Chunk chunk) {
        int from = 0;
        long line = chunk.line();
        for (int at = 0; at < chunk.length(); at++) {
            if (chunk.bytes()[at] != '\n') continue;
            String where = chunk.source() + ", line " + line++;
            if (tree.size() == signed.size())
                return Finding.at(tree.size(), where, "is one event more than are signed");
            try {
                Finding other = take(EventLine.read(chunk.bytes(), from, at - from), where);
                if (other != null) return other;
            } catch (MalformedException e) {
                return Finding.at(tree.size(), where, e.getMessage());
            }
            from = at + 1;
        }
        return null;
    }

    private @Nullable Finding take(EventLeaf leaf, String where) {
        long due = tree.size();
        if (leaf.position() != due)
            return Finding.at(due, where, "is of position " + leaf.position() + " where " + due + " is due");
        if (leaf.recordedAtMicros() < latest) rule(due, "was recorded before the event ahead of it");
        long version = versions.other(leaf.stream(), leaf.version());
        if (version >= 0) rule(due, "has version " + leaf.version() + " where its stream has come to " + version);
        latest = leaf.recordedAtMicros();
        ended = leaf.endsTransaction();
        hasher.hash(leaf, hash, 0);
        tree.add(hash, 0);
        if (kept != null && tree.size() == kept.size()) keptHolds = tree.root().equals(kept.root());
        return null;
    }

    private void rule(long position, String what) {
        if (brokenRule == null) brokenRule = Finding.at(position, "event", what);
    }

    private @Nullable Finding first(@Nullable Finding broken) throws IOException {
        boolean rightRoot = tree.size() == signed.size() && tree.root().equals(signed.root());
        Finding first = earlier(earlier(rightRoot ? null : altered(), brokenRule), broken);
        if (kept != null
                && tree.size() >= kept.size()
                && !keptHolds
                && (first == null || positionOf(first) >= kept.size()))
            return Finding.of(
                    "checkpoint",
                    "the first " + kept.size() + " events are not those of the checkpoint kept from last time;"
                            + " the past was rewritten");
        if (first != null) return first;
        if (!rightRoot)
            return Finding.of(
                    "checkpoint",
                    "events and tiles agree with each other and not with the signed root; both were altered");
        Difference tile = comparison.first();
        if (tile != null)
            return Finding.at(
                    tile.position(),
                    tile.tile().path(),
                    tile.missing() ? "is missing" : "is not what the events give, which are those signed");
        return log.afterwards();
    }

    /// The first event or tile that is not as signed; the tile's own hash tells which of the two it is.
    private @Nullable Finding altered() {
        Difference first = comparison.first();
        if (first == null) return null;
        long position = first.position();
        String tile = first.tile().path();
        if (first.missing()) return Finding.at(position, tile, "is missing");
        if (first.tile().level() > 0)
            return Finding.at(position, tile, "is not what the tiles below it give, which are those of the events");
        if (isSigned(position)) return Finding.at(position, "event", "is not the one that was signed");
        return Finding.at(position, "event", "does not agree with " + tile + ", and that does not lead to the root");
    }

    /// Whether the published hash at this position leads to the signed root.
    private boolean isSigned(long position) {
        try {
            StoredTree published = new StoredTree(tiles, signed.size());
            published.inclusionProof(position).verify(published.leaf(position), signed.root());
            return true;
        } catch (RefusedException | MalformedException e) {
            return false;
        }
    }

    private long goodBefore(Finding wrong) {
        if (wrong.position() != null) return wrong.position() - 1;
        if (keptHolds && tree.size() == signed.size() && tree.root().equals(signed.root())) return signed.size() - 1;
        return kept != null && keptHolds && tree.size() >= kept.size() ? kept.size() - 1 : -1;
    }

    private static @Nullable Finding earlier(@Nullable Finding one, @Nullable Finding other) {
        if (one == null) return other;
        return other == null || positionOf(one) <= positionOf(other) ? one : other;
    }

    private static long positionOf(Finding finding) {
        return finding.position() == null ? -1 : finding.position();
    }
}
