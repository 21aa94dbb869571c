/// A vehicle from its first registration to its end, told through the public API alone.
@NullMarked
package uk.vehicleregister.program.lifestory;

import org.jspecify.annotations.NullMarked;
