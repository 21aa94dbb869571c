/// The date it is at the register.
@NullMarked
package uk.vehicleregister.query.calendar;

import org.jspecify.annotations.NullMarked;
