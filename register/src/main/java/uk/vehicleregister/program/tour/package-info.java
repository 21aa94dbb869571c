/// Walks a running demo through the journeys of a vehicle and its mark.
@NullMarked
package uk.vehicleregister.program.tour;

import org.jspecify.annotations.NullMarked;
