package uk.vehicleregister.benchmarks.campaign.tamper;

import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.benchmarks.campaign.tamper.Tampering.Expected;
import uk.vehicleregister.transparencylog.leaf.EventLeaf;
import uk.vehicleregister.transparencylog.merkle.Hash;
import uk.vehicleregister.transparencylog.note.Checkpoint;
import uk.vehicleregister.transparencylog.note.SignatureType;
import uk.vehicleregister.transparencylog.note.SigningKey;

/// What can be put in a checkpoint's place. A signature is right or wrong as a whole, so of most no position is told.
final class CheckpointTamperings {

    static final List<Tampering> ALL = List.of(
            new Tampering("bit of the checkpoint", CheckpointTamperings::bit),
            new Tampering("checkpoint of another root", CheckpointTamperings::otherRoot),
            new Tampering("checkpoint by another key", CheckpointTamperings::otherKey),
            new Tampering("older checkpoint in its place", (copy, random, kept) -> older(copy, random, true)),
            new Tampering("checkpoint taken away", (copy, random, kept) -> older(copy, random, false)),
            new Tampering("history signed anew by its own key", CheckpointTamperings::forged));

    private static final String REPLACE = "update log.checkpoint set note = ? where size = ?";

    private CheckpointTamperings() {}

    private static @Nullable Expected bit(Copy copy, Random random, int kept) throws SQLException {
        String altered = EventTamperings.flipped(copy.note(copy.checkpoints() - 1), random);
        if (altered == null) return null;
        copy.change(REPLACE, altered, copy.newest().size());
        return Expected.nowhere(kept);
    }

    private static Expected otherRoot(Copy copy, Random random, int kept) throws SQLException {
        byte[] other = new byte[Hash.BYTES];
        random.nextBytes(other);
        String note = copy.note(copy.checkpoints() - 1);
        String root = copy.newest().root().toString();
        copy.change(
                REPLACE,
                note.replace(root, Hash.of(other).toString()),
                copy.newest().size());
        return Expected.nowhere(kept);
    }

    private static Expected otherKey(Copy copy, Random random, int kept) throws SQLException {
        SigningKey other = SigningKey.generate(copy.newest().origin(), SignatureType.ED25519, new SecureRandom());
        copy.change(
                "update log.checkpoint set note = ?, keys = ? where size = ?",
                copy.newest().sign(other.author()).toString(),
                other.verifier() + "\n",
                copy.newest().size());
        return Expected.nowhere(kept);
    }

    private static Expected older(Copy copy, Random random, boolean inItsPlace) throws SQLException {
        int back = random.nextInt(copy.checkpoints() - 1);
        long size = copy.sealedAt(back);
        if (inItsPlace) copy.change(REPLACE, copy.note(back), copy.newest().size());
        else copy.change("delete from log.checkpoint where size > ?", size);
        return new Expected(size, -1, later(copy, random, back));
    }

    /// Whoever stole the key can make everything fit; only a root that somebody kept does not.
    private static @Nullable Expected forged(Copy copy, Random random, int kept) throws SQLException {
        EventLeaf altered = TreeTamperings.alter(copy, random);
        Tree tree = TreeTamperings.treeWith(copy, altered);
        copy.replaceTiles(tree.tiles());
        Checkpoint checkpoint = new Checkpoint(copy.newest().origin(), copy.size(), tree.root());
        copy.change(
                "update log.checkpoint set note = ?, root = ? where size = ?",
                checkpoint.sign(copy.key.author()).toString(),
                tree.root().bytes(),
                (long) copy.size());
        return kept >= 0 && copy.sealedAt(kept) > altered.position() ? Expected.nowhere(kept) : null;
    }

    /// One that an auditor may have kept before it was rolled back.
    static int later(Copy copy, Random random, int back) {
        return back + 1 + random.nextInt(copy.checkpoints() - back - 1);
    }
}
