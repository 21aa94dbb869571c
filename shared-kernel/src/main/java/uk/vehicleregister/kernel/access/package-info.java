/// Who may call: the roles of the bearer token and the mark that an endpoint carries for them.
@NullMarked
package uk.vehicleregister.kernel.access;

import org.jspecify.annotations.NullMarked;
