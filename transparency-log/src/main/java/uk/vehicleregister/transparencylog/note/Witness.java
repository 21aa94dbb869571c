package uk.vehicleregister.transparencylog.note;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.transparencylog.MalformedException;
import uk.vehicleregister.transparencylog.RefusedException;
import uk.vehicleregister.transparencylog.merkle.ConsistencyProof;
import uk.vehicleregister.transparencylog.merkle.Hash;
import uk.vehicleregister.transparencylog.merkle.MerkleHasher;

/// Cosigns only what goes on from what it has cosigned before (C2SP tlog-witness, `add-checkpoint`). Logs are
/// known by their origins and keys.
public final class Witness {

    private final Map<String, List<VerifierKey>> logs;
    private final WitnessMemory memory;
    private final NoteSigner signer;

    public Witness(Map<String, List<VerifierKey>> logs, WitnessMemory memory, NoteSigner signer) {
        this.logs = Map.copyOf(logs);
        this.memory = memory;
        this.signer = signer;
    }

    /// The answer to the body of a request; never throws for what the body holds.
    public WitnessAnswer answer(byte[] body) {
        AddCheckpoint request;
        Checkpoint next;
        try {
            request = AddCheckpoint.parse(body);
            next = Checkpoint.parse(request.checkpoint().text());
        } catch (MalformedException e) {
            return new WitnessAnswer.Refused(400, e.getMessage());
        }
        List<VerifierKey> keys = logs.get(next.origin());
        if (keys == null) return new WitnessAnswer.Refused(404, "the log is not known");
        try {
            request.checkpoint().verifiedBy(keys);
        } catch (RefusedException e) {
            return new WitnessAnswer.Refused(403, e.getMessage());
        }
        return answer(request, next);
    }

    private WitnessAnswer answer(AddCheckpoint request, Checkpoint next) {
        if (request.oldSize() > next.size()) {
            return new WitnessAnswer.Refused(400, "the old size is above the checkpoint's");
        }
        Checkpoint latest = memory.latest(next.origin());
        long size = latest == null ? 0 : latest.size();
        Hash root = latest == null ? MerkleHasher.EMPTY_ROOT : latest.root();
        if (request.oldSize() != size) return new WitnessAnswer.Conflict(size);
        if (next.size() == size && !next.root().equals(root)) return new WitnessAnswer.Conflict(size);
        try {
            new ConsistencyProof(size, next.size(), request.path()).verify(root, next.root());
        } catch (RefusedException e) {
            return new WitnessAnswer.Refused(422, e.getMessage());
        }
        return cosign(request, latest, next);
    }

    private WitnessAnswer cosign(AddCheckpoint request, @Nullable Checkpoint latest, Checkpoint next) {
        NoteSignature cosignature = signer.sign(request.checkpoint().text());
        if (memory.advance(latest, next)) return new WitnessAnswer.Cosigned(cosignature);
        Checkpoint other = memory.latest(next.origin());
        return new WitnessAnswer.Conflict(other == null ? 0 : other.size());
    }
}
