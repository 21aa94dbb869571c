/// How far the log and each projection have come.
@NullMarked
package uk.vehicleregister.query.positions;

import org.jspecify.annotations.NullMarked;
