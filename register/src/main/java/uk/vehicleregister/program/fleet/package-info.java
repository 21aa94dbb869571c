/// Makes up a fleet of vehicles in the import form.
@NullMarked
package uk.vehicleregister.program.fleet;

import org.jspecify.annotations.NullMarked;
