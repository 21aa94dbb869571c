/// The log on a real PostgreSQL, and the database that other modules test against.
@NullMarked
package uk.vehicleregister.eventstore;

import org.jspecify.annotations.NullMarked;
