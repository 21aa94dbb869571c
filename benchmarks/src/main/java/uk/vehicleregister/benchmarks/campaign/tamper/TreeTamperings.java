package uk.vehicleregister.benchmarks.campaign.tamper;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import uk.vehicleregister.benchmarks.campaign.tamper.Tampering.Expected;
import uk.vehicleregister.transparencylog.leaf.EventLeaf;
import uk.vehicleregister.transparencylog.leaf.LeafHasher;
import uk.vehicleregister.transparencylog.merkle.Hash;
import uk.vehicleregister.transparencylog.tile.Tile;

/// What can be done to the tree, alone or so that it fits altered events.
final class TreeTamperings {

    static final List<Tampering> ALL = List.of(
            new Tampering("hash of a leaf", TreeTamperings::leafHash),
            new Tampering("hash above the leaves", TreeTamperings::upperHash),
            new Tampering("tile taken away", TreeTamperings::tileGone),
            new Tampering("tile cut short", TreeTamperings::tileCut),
            new Tampering("event with its hash", TreeTamperings::eventWithHash),
            new Tampering("event with its whole tree", TreeTamperings::eventWithTree),
            new Tampering("rolled-back tree", (copy, random, kept) -> rolledBack(copy, random, false)),
            new Tampering("rolled-back log", (copy, random, kept) -> rolledBack(copy, random, true)));

    private static final String SET_HASH =
            "update log.tile set hashes = overlay(hashes placing ? from ?) where level = ? and index = ?";

    private TreeTamperings() {}

    static Expected leafHash(Copy copy, Random random, int kept) throws SQLException {
        long position = EventTamperings.somewhere(copy, random);
        setHash(copy, 0, position, random(random));
        return Expected.at(position, kept);
    }

    /// The first position under it is named.
    private static Expected upperHash(Copy copy, Random random, int kept) throws SQLException {
        int hash = random.nextInt(copy.size() / Tile.FULL);
        setHash(copy, 1, hash, random(random));
        return Expected.at((long) hash * Tile.FULL, kept);
    }

    private static void setHash(Copy copy, int level, long hash, byte[] other) throws SQLException {
        copy.change(SET_HASH, other, (int) (hash % Tile.FULL) * Hash.BYTES + 1, level, hash / Tile.FULL);
    }

    private static byte[] random(Random random) {
        byte[] hash = new byte[Hash.BYTES];
        random.nextBytes(hash);
        return hash;
    }

    private static Expected tileGone(Copy copy, Random random, int kept) throws SQLException {
        int level = random.nextInt(2);
        long index = level == 1 ? 0 : EventTamperings.somewhere(copy, random) / Tile.FULL;
        copy.change("delete from log.tile where level = ? and index = ?", level, index);
        return Expected.at(index * Tile.FULL, kept);
    }

    /// A tile that is not there at the width it should have is not there.
    private static Expected tileCut(Copy copy, Random random, int kept) throws SQLException {
        int level = random.nextInt(2);
        long index = level == 1 ? 0 : EventTamperings.somewhere(copy, random) / Tile.FULL;
        copy.change(
                "update log.tile set hashes = substring(hashes for octet_length(hashes) - 32)"
                        + " where level = ? and index = ?",
                level,
                index);
        return Expected.at(index * Tile.FULL, kept);
    }

    /// Then only the hash above tells, which is one of 256 leaves; there is none yet over the last of them.
    private static Expected eventWithHash(Copy copy, Random random, int kept) throws SQLException {
        EventLeaf altered = alter(copy, random);
        setHash(copy, 0, altered.position(), new LeafHasher().hash(altered).bytes());
        boolean hasHashAbove = altered.position() < (long) copy.size() / Tile.FULL * Tile.FULL;
        return hasHashAbove
                ? Expected.at(altered.position() / Tile.FULL * Tile.FULL, kept)
                : onlyRootTells(copy, altered.position(), kept);
    }

    private static Expected eventWithTree(Copy copy, Random random, int kept) throws SQLException {
        EventLeaf altered = alter(copy, random);
        copy.replaceTiles(treeWith(copy, altered).tiles());
        return onlyRootTells(copy, altered.position(), kept);
    }

    /// The signed root says that something was altered; what the auditor kept says how far nothing was.
    private static Expected onlyRootTells(Copy copy, long position, int kept) {
        boolean keptHolds = kept >= 0 && copy.sealedAt(kept) <= position;
        return new Expected(null, keptHolds ? copy.sealedAt(kept) - 1 : -1, kept);
    }

    /// The event as it is now, another one than was copied.
    static EventLeaf alter(Copy copy, Random random) throws SQLException {
        EventLeaf event = copy.events.get((int) EventTamperings.somewhere(copy, random));
        String payload = new String(event.payload(), StandardCharsets.UTF_8) + " ";
        copy.change("update log.event set payload = cast(? as json) where position = ?", payload, event.position());
        return new EventLeaf(
                event.position(),
                event.eventId(),
                event.stream(),
                event.version(),
                event.type(),
                event.revision(),
                event.recordedAtMicros(),
                event.endsTransaction(),
                payload.getBytes(StandardCharsets.UTF_8),
                event.metadata());
    }

    static Tree treeWith(Copy copy, EventLeaf altered) {
        List<EventLeaf> events = new ArrayList<>(copy.events);
        events.set((int) altered.position(), altered);
        return Tree.over(events);
    }

    /// Tree and checkpoint as they were before, with or without the events since: only who kept a later one can tell.
    private static Expected rolledBack(Copy copy, Random random, boolean events) throws SQLException {
        int back = random.nextInt(copy.checkpoints() - 1);
        long size = copy.sealedAt(back);
        copy.change("delete from log.checkpoint where size > ?", size);
        copy.replaceTiles(Tree.over(copy.events.subList(0, (int) size)).tiles());
        if (events) copy.change("delete from log.event where position >= ?", size);
        return new Expected(size, -1, CheckpointTamperings.later(copy, random, back));
    }
}
