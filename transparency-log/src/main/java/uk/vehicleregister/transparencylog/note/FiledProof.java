package uk.vehicleregister.transparencylog.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.transparencylog.merkle.Hash;
import uk.vehicleregister.transparencylog.merkle.InclusionProof;

/// A proof to file away, `*.tlog-proof` (C2SP tlog-proof): where an event stands, the path to the root, and the
/// checkpoint. `extra` is for whoever files it; nothing proves it.
public record FiledProof(byte @Nullable [] extra, long position, List<Hash> path, SignedNote checkpoint) {

    /// Room for a note, an event beside it and a path.
    public static final int MOST_BYTES = 4_000_000;

    private static final String FIRST_LINE = "c2sp.org/tlog-proof@v1";

    public FiledProof {
        path = List.copyOf(path);
        if (position < 0) throw new IllegalArgumentException("position " + position);
        if (extra != null && extra.length == 0) throw new IllegalArgumentException("an empty extra is left out");
    }

    public static FiledProof parse(byte[] bytes) {
        Lines lines = Lines.of(bytes, MOST_BYTES);
        if (!lines.next().equals(FIRST_LINE)) throw lines.wrongBefore("is not " + FIRST_LINE);
        String line = lines.next();
        byte[] extra = null;
        if (line.startsWith("extra ")) {
            extra = lines.base64(line.substring("extra ".length()));
            if (extra.length == 0) throw lines.wrongBefore("has an empty extra, which is left out instead");
            line = lines.next();
        }
        if (!line.startsWith("index ")) throw lines.wrongBefore("is not index and a number");
        long position = lines.number(line.substring("index ".length()), "index");
        List<Hash> path = new ArrayList<>();
        for (line = lines.next(); !line.isEmpty(); line = lines.next()) {
            if (path.size() == InclusionProof.MOST_HASHES) {
                throw lines.wrongBefore("is one hash more than the " + InclusionProof.MOST_HASHES + " of any tree");
            }
            path.add(lines.hash(line));
        }
        int noteLine = lines.line();
        String note = lines.rest();
        if (note.length() > SignedNote.MOST_BYTES) throw lines.wrong("begins a note that is too long");
        return new FiledProof(extra, position, path, SignedNote.parse(note, noteLine));
    }

    /// The checkpoint that this leaf is proved to be under; refuses when it is not, or when the checkpoint is
    /// not believed.
    public Checkpoint verify(Hash leaf, CheckpointPolicy policy) {
        Checkpoint believed = policy.verify(checkpoint);
        new InclusionProof(position, believed.size(), path).verify(leaf, believed.root());
        return believed;
    }

    public byte[] bytes() {
        return toString().getBytes(UTF_8);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(FIRST_LINE).append('\n');
        if (extra != null) {
            text.append("extra ")
                    .append(Base64.getEncoder().encodeToString(extra))
                    .append('\n');
        }
        text.append("index ").append(position).append('\n');
        for (Hash hash : path) text.append(hash).append('\n');
        return text.append('\n').append(checkpoint).toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FiledProof that
                && Arrays.equals(extra, that.extra)
                && position == that.position
                && path.equals(that.path)
                && checkpoint.equals(that.checkpoint);
    }

    @Override
    public int hashCode() {
        return Objects.hash(position, path);
    }
}
