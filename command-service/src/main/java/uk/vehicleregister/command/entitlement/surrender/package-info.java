/// The holder of a certificate gives the right to the mark up.
@NullMarked
package uk.vehicleregister.command.entitlement.surrender;

import org.jspecify.annotations.NullMarked;
