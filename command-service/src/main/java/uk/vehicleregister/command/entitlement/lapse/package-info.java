/// A right that nobody used in time is lost.
@NullMarked
package uk.vehicleregister.command.entitlement.lapse;

import org.jspecify.annotations.NullMarked;
