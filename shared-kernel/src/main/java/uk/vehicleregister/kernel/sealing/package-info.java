/// Personal data as it stands in an event: sealed, each piece naming the data key that opens it.
@NullMarked
package uk.vehicleregister.kernel.sealing;

import org.jspecify.annotations.NullMarked;
