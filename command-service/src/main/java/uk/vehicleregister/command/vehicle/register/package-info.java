/// A vehicle comes onto the register, at first registration or from older records.
@NullMarked
package uk.vehicleregister.command.vehicle.register;

import org.jspecify.annotations.NullMarked;
