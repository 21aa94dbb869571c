/// What a payment owes once its command is answered: taken when the change stands, let go when it does not, given
/// back when it is due.
@NullMarked
package uk.vehicleregister.command.payment.finish;

import org.jspecify.annotations.NullMarked;
