/// The embedded PostgreSQL: its binaries, its data, its start, its stop and its passwords.
@NullMarked
package uk.vehicleregister.program.postgres;

import org.jspecify.annotations.NullMarked;
