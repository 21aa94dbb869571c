/// What the register does by itself: processes follow the log's facts and see through what somebody left undone.
@NullMarked
package uk.vehicleregister.command.process;

import org.jspecify.annotations.NullMarked;
