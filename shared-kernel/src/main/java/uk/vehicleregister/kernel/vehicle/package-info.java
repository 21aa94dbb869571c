/// What the register says of a vehicle itself, and the field rules of those particulars.
@NullMarked
package uk.vehicleregister.kernel.vehicle;

import org.jspecify.annotations.NullMarked;
