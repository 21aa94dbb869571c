/// Whether the whole register forgets: everything it wrote is searched for people it erased.
@NullMarked
package uk.vehicleregister.program.forgetting;

import org.jspecify.annotations.NullMarked;
