/// The papers as PDF, printed from the log: V5C, V778, V750, V948 and letters of acknowledgement.
@NullMarked
package uk.vehicleregister.query.print;

import org.jspecify.annotations.NullMarked;
