/// The papers the register prints: V5C and certificate numbers, digested for the log and sealed for the printer.
@NullMarked
package uk.vehicleregister.command.paper;

import org.jspecify.annotations.NullMarked;
