/// The gate every journey begins at: a registration mark and its latest document reference.
@NullMarked
package uk.vehicleregister.command.lookup;

import org.jspecify.annotations.NullMarked;
