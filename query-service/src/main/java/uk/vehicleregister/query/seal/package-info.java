/// The log is a transparency log: the sealer grows its tree and signs checkpoints, and everybody may read both.
@NullMarked
package uk.vehicleregister.query.seal;

import org.jspecify.annotations.NullMarked;
