/// A vehicle is declared off the road.
@NullMarked
package uk.vehicleregister.command.sorn.declare;

import org.jspecify.annotations.NullMarked;
