/// Registration marks: their classes, letters, first issue dates, and new ones drawn to suit a vehicle's age.
@NullMarked
package uk.vehicleregister.kernel.mark;

import org.jspecify.annotations.NullMarked;
