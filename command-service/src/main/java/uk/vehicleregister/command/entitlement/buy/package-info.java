/// A mark that was never issued is bought on a V750.
@NullMarked
package uk.vehicleregister.command.entitlement.buy;

import org.jspecify.annotations.NullMarked;
