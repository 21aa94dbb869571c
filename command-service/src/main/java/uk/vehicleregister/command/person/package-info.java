/// People as the log holds them: sealed, each under a data key of its own.
@NullMarked
package uk.vehicleregister.command.person;

import org.jspecify.annotations.NullMarked;
