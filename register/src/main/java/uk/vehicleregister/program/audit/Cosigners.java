package uk.vehicleregister.program.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.program.Stopped;
import uk.vehicleregister.transparencylog.MalformedException;
import uk.vehicleregister.transparencylog.RefusedException;
import uk.vehicleregister.transparencylog.note.SignatureType;
import uk.vehicleregister.transparencylog.note.SignedNote;
import uk.vehicleregister.transparencylog.note.VerifierKey;

/// The witnesses whose cosignature an auditor asks for, and of how many of them. Who has stolen the log's key can sign
/// another history with it, and no witness cosigns that.
record Cosigners(List<VerifierKey> witnesses, int needed) {

    static final Cosigners NONE = new Cosigners(List.of(), 0);

    Cosigners {
        witnesses = List.copyOf(witnesses);
    }

    /// @param needed null: all of them
    static Cosigners parse(List<String> keys, @Nullable Integer needed) {
        List<VerifierKey> witnesses =
                keys.stream().map(Cosigners::parse).distinct().toList();
        int least = needed == null ? witnesses.size() : needed;
        if (least < 0 || least > witnesses.size())
            throw Stopped.wrongUse("--witnesses-needed is from 0 to the number of --witness given, which is "
                    + witnesses.size() + ".");
        return new Cosigners(witnesses, least);
    }

    private static VerifierKey parse(String text) {
        try {
            VerifierKey key = VerifierKey.parse(text.strip());
            if (key.type() == SignatureType.COSIGNATURE) return key;
            throw new MalformedException("is a log's and not a witness's", "verifier key");
        } catch (MalformedException e) {
            throw Stopped.wrongUse("--witness cannot be used: " + e.getMessage());
        }
    }

    /// What is wrong with the cosignatures under the note, null when there are enough.
    @Nullable
    Finding missing(SignedNote note) {
        long cosigned = witnesses.stream().filter(key -> isBy(key, note)).count();
        if (cosigned >= needed) return null;
        return Finding.of(
                "checkpoint",
                "is cosigned by " + cosigned + " of the " + witnesses.size() + " witnesses given, and " + needed
                        + " are needed");
    }

    private static boolean isBy(VerifierKey key, SignedNote note) {
        try {
            return note.verifiedBy(List.of(key)).contains(key);
        } catch (RefusedException e) {
            return false;
        }
    }
}
