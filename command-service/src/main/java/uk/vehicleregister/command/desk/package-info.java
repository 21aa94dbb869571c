/// Where a command is taken in, decided once however often it is sent, and recorded or refused.
@NullMarked
package uk.vehicleregister.command.desk;

import org.jspecify.annotations.NullMarked;
