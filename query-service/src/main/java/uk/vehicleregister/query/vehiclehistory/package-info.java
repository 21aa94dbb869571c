/// The vehicle as it was on a date, as known at a time, with the events behind it.
@NullMarked
package uk.vehicleregister.query.vehiclehistory;

import org.jspecify.annotations.NullMarked;
