/// Who keeps, sells or acts for a vehicle, and the field rules of their names and addresses.
@NullMarked
package uk.vehicleregister.kernel.keeper;

import org.jspecify.annotations.NullMarked;
