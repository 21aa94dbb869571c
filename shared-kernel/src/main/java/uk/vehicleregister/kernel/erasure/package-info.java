/// Words of forgetting a person: in which role, why, and by which law.
@NullMarked
package uk.vehicleregister.kernel.erasure;

import org.jspecify.annotations.NullMarked;
