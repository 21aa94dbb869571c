/// A V5C was lost, stolen or damaged, and its keeper gets another.
@NullMarked
package uk.vehicleregister.command.v5c.replace;

import org.jspecify.annotations.NullMarked;
