/// The tree kept as tiles of 256 hashes (C2SP tlog-tiles): built leaf by leaf, read for proofs, compared for
/// audits.
@NullMarked
package uk.vehicleregister.transparencylog.tile;

import org.jspecify.annotations.NullMarked;
