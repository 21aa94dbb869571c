package uk.vehicleregister.query.proof;

import static java.util.Objects.requireNonNull;

import java.util.List;

/// What comes along with an answer so that a third party can work it out anew, with no register at hand
/// (docs/audit.md).
///
/// @param key the public keys that the checkpoint is signed with, one a line, as the register tells them
/// @param checkpoint the signed note
/// @param events those that support the answer, in the order of the log
public record Proof(ProvenQuestion question, String key, String checkpoint, List<ProvenEvent> events) {

    public Proof {
        requireNonNull(question);
        requireNonNull(key);
        requireNonNull(checkpoint);
        events = List.copyOf(events);
    }
}
