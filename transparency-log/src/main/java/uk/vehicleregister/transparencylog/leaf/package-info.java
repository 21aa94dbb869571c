/// The leaf of the log: one stored event as bytes that no other event has (docs/transparency-log.md).
@NullMarked
package uk.vehicleregister.transparencylog.leaf;

import org.jspecify.annotations.NullMarked;
