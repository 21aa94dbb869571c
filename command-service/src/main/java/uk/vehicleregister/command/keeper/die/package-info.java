/// A keeper died: the estate stands in their place until a new keeper is told.
@NullMarked
package uk.vehicleregister.command.keeper.die;

import org.jspecify.annotations.NullMarked;
