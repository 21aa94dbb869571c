package uk.vehicleregister.transparencylog.note;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import uk.vehicleregister.transparencylog.RefusedException;
import uk.vehicleregister.transparencylog.RefusedException.Reason;

/// Whose checkpoints somebody believes: one log by its origin and keys, and how many of which witnesses must have
/// cosigned. Several keys of the log are for changing keys: one signature is enough.
public record CheckpointPolicy(
        String origin, List<VerifierKey> logKeys, List<VerifierKey> witnesses, int witnessesNeeded) {

    public CheckpointPolicy {
        logKeys = List.copyOf(logKeys);
        witnesses = List.copyOf(witnesses);
        if (witnessesNeeded < 0 || witnessesNeeded > Set.copyOf(witnesses).size()) {
            throw new IllegalArgumentException("more witnesses needed than there are");
        }
        if (witnesses.stream().anyMatch(key -> key.type() != SignatureType.COSIGNATURE)) {
            throw new IllegalArgumentException("a witness has a key for cosignatures");
        }
    }

    /// Without witnesses.
    public CheckpointPolicy(String origin, VerifierKey... logKeys) {
        this(origin, List.of(logKeys), List.of(), 0);
    }

    /// The checkpoint in the note, once its log and enough witnesses are seen to have signed it.
    public Checkpoint verify(SignedNote note) {
        Checkpoint checkpoint = Checkpoint.parse(note.text());
        if (!checkpoint.origin().equals(origin)) throw new RefusedException(Reason.ANOTHER_LOG, "origin");
        List<VerifierKey> all = new ArrayList<>(logKeys);
        all.addAll(witnesses);
        Set<VerifierKey> verified = note.verifiedBy(all);
        if (Collections.disjoint(verified, logKeys)) throw new RefusedException(Reason.NOT_SIGNED, "by the log");
        long cosigned = witnesses.stream().distinct().filter(verified::contains).count();
        if (cosigned < witnessesNeeded) {
            throw new RefusedException(Reason.TOO_FEW_WITNESSES, cosigned + " of " + witnessesNeeded);
        }
        return checkpoint;
    }
}
