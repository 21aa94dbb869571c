/// Everything that can have happened, one record for each event, with its written-out name and revision.
@NullMarked
package uk.vehicleregister.kernel.event;

import org.jspecify.annotations.NullMarked;
