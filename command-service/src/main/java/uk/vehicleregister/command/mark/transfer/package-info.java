/// A mark goes straight from one vehicle to another of the same keeper.
@NullMarked
package uk.vehicleregister.command.mark.transfer;

import org.jspecify.annotations.NullMarked;
