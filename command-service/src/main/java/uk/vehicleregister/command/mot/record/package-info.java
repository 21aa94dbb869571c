/// The result of an MOT test is told to the register from outside.
@NullMarked
package uk.vehicleregister.command.mot.record;

import org.jspecify.annotations.NullMarked;
