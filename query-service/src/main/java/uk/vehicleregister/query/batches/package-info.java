/// How far the batches of dealers are, and what became of each row.
@NullMarked
package uk.vehicleregister.query.batches;

import org.jspecify.annotations.NullMarked;
