package uk.vehicleregister.transparencylog.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import uk.vehicleregister.transparencylog.merkle.ConsistencyProof;
import uk.vehicleregister.transparencylog.merkle.Hash;

/// What a log asks of a witness, the body of `POST add-checkpoint` (C2SP tlog-witness): to cosign this
/// checkpoint, which goes on from the one of the old size.
public record AddCheckpoint(long oldSize, List<Hash> path, SignedNote checkpoint) {

    public static final int MOST_BYTES = SignedNote.MOST_BYTES + 4096;

    public AddCheckpoint {
        path = List.copyOf(path);
        if (oldSize < 0) throw new IllegalArgumentException("old size " + oldSize);
    }

    public static AddCheckpoint parse(byte[] bytes) {
        Lines lines = Lines.of(bytes, MOST_BYTES);
        String old = lines.next();
        if (!old.startsWith("old ")) throw lines.wrongBefore("is not old and a size");
        long oldSize = lines.number(old.substring("old ".length()), "size");
        List<Hash> path = new ArrayList<>();
        for (String line = lines.next(); !line.isEmpty(); line = lines.next()) {
            if (path.size() == ConsistencyProof.MOST_HASHES) {
                throw lines.wrongBefore("is one hash more than the " + ConsistencyProof.MOST_HASHES + " allowed");
            }
            path.add(lines.hash(line));
        }
        int noteLine = lines.line();
        return new AddCheckpoint(oldSize, path, SignedNote.parse(lines.rest(), noteLine));
    }

    public byte[] bytes() {
        return toString().getBytes(UTF_8);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("old ").append(oldSize).append('\n');
        for (Hash hash : path) text.append(hash).append('\n');
        return text.append('\n').append(checkpoint).toString();
    }
}
