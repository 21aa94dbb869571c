/// What makes the log Axon's event store: the storage engine, the source for tracking processors, names instead of
/// class names.
@NullMarked
package uk.vehicleregister.eventstore.axon;

import org.jspecify.annotations.NullMarked;
