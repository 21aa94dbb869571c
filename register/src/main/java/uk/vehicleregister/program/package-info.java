/// The one program: what a person types after bin/register.
@NullMarked
package uk.vehicleregister.program;

import org.jspecify.annotations.NullMarked;
