/// Whoever granted an authority takes it back.
@NullMarked
package uk.vehicleregister.command.authority.revoke;

import org.jspecify.annotations.NullMarked;
