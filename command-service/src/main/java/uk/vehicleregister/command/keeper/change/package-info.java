/// A vehicle passes from one keeper to the next in a private sale.
@NullMarked
package uk.vehicleregister.command.keeper.change;

import org.jspecify.annotations.NullMarked;
