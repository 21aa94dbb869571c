/// The texts of C2SP: signed notes, checkpoints, cosignatures, a witness's requests and answers, and proofs to
/// file away.
@NullMarked
package uk.vehicleregister.transparencylog.note;

import org.jspecify.annotations.NullMarked;
