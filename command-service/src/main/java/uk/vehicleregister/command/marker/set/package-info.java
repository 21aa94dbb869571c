/// A registrar sets or lifts a marker on a vehicle's record.
@NullMarked
package uk.vehicleregister.command.marker.set;

import org.jspecify.annotations.NullMarked;
