/// A vehicle leaves the United Kingdom for good.
@NullMarked
package uk.vehicleregister.command.vehicle.export;

import org.jspecify.annotations.NullMarked;
