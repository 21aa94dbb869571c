/// The holder of a certificate names on whose vehicle the mark may go.
@NullMarked
package uk.vehicleregister.command.entitlement.nominate;

import org.jspecify.annotations.NullMarked;
