/// The dates a sale may have, and the warnings a seller must acknowledge.
@NullMarked
package uk.vehicleregister.command.sale;

import org.jspecify.annotations.NullMarked;
