/// A vehicle comes out of the motor trade to a new keeper.
@NullMarked
package uk.vehicleregister.command.keeper.acquire;

import org.jspecify.annotations.NullMarked;
