/// Two times: periods that are true from date to date, as known from time to time (design.md 6).
@NullMarked
package uk.vehicleregister.query.period;

import org.jspecify.annotations.NullMarked;
