/// The event log in PostgreSQL: one writer with group commit, a reader that sees whole transactions, and a tail to wait
/// at.
@NullMarked
package uk.vehicleregister.eventstore.log;

import org.jspecify.annotations.NullMarked;
