/// The right to a mark that is held on a V750 or V778, and the number that proves possession of the latest one.
@NullMarked
package uk.vehicleregister.command.entitlement;

import org.jspecify.annotations.NullMarked;
