/// Words of who looked: what was shown, and what for.
@NullMarked
package uk.vehicleregister.kernel.disclosure;

import org.jspecify.annotations.NullMarked;
