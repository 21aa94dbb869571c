/// Answers with their proof: the events that support them, that these are in the log, and the checkpoint they are
/// under.
@NullMarked
package uk.vehicleregister.query.proof;

import org.jspecify.annotations.NullMarked;
