/// A mark held on a certificate is put on a vehicle.
@NullMarked
package uk.vehicleregister.command.mark.assign;

import org.jspecify.annotations.NullMarked;
