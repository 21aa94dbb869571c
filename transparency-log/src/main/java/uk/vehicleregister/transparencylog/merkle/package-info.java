/// The Merkle tree of RFC 6962: its hashes, and the checking of inclusion and consistency proofs.
@NullMarked
package uk.vehicleregister.transparencylog.merkle;

import org.jspecify.annotations.NullMarked;
