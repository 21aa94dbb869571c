/// Tax, SORN and MOT of a vehicle, as they follow from what was recorded.
@NullMarked
package uk.vehicleregister.kernel.licensing;

import org.jspecify.annotations.NullMarked;
