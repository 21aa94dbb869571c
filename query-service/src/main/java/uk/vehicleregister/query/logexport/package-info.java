/// The log itself, event by event as it is stored, for who checks or copies it.
@NullMarked
package uk.vehicleregister.query.logexport;

import org.jspecify.annotations.NullMarked;
