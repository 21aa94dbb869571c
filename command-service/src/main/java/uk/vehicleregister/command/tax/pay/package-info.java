/// Vehicle tax that was paid is told to the register from outside.
@NullMarked
package uk.vehicleregister.command.tax.pay;

import org.jspecify.annotations.NullMarked;
