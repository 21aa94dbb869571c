/// The audit, tried on logs that were tampered with and on archives that were made to harm.
@NullMarked
package uk.vehicleregister.program.audit;

import org.jspecify.annotations.NullMarked;
