/// A vehicle goes into the motor trade and has no keeper.
@NullMarked
package uk.vehicleregister.command.keeper.dispose;

import org.jspecify.annotations.NullMarked;
