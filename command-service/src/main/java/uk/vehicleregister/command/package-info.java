/// What may happen to a vehicle and its mark: commands come in, are decided, and come out as events.
@NullMarked
package uk.vehicleregister.command;

import org.jspecify.annotations.NullMarked;
