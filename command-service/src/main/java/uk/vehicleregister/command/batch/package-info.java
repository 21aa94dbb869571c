/// What taking a batch in and working through it say to each other.
@NullMarked
package uk.vehicleregister.command.batch;

import org.jspecify.annotations.NullMarked;
