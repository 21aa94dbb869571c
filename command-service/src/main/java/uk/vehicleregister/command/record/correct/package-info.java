/// A registrar corrects what was told wrongly; what was believed stays in the log.
@NullMarked
package uk.vehicleregister.command.record.correct;

import org.jspecify.annotations.NullMarked;
