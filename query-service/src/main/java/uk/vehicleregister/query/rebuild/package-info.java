/// Builds a projection anew from the log while its old rows keep answering.
@NullMarked
package uk.vehicleregister.query.rebuild;

import org.jspecify.annotations.NullMarked;
