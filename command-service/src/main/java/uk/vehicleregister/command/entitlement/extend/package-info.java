/// A certificate is extended before it expires.
@NullMarked
package uk.vehicleregister.command.entitlement.extend;

import org.jspecify.annotations.NullMarked;
