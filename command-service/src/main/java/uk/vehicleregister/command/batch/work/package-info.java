/// Works through batches, row by row, in the background: each row once, whatever stops in between.
@NullMarked
package uk.vehicleregister.command.batch.work;

import org.jspecify.annotations.NullMarked;
