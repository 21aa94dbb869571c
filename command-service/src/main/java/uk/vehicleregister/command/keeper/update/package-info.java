/// The same keeper has another name or address.
@NullMarked
package uk.vehicleregister.command.keeper.update;

import org.jspecify.annotations.NullMarked;
