/// What must hold whatever people send: random commands against a reference model, and from many clients at once.
@NullMarked
package uk.vehicleregister.program.invariants;

import org.jspecify.annotations.NullMarked;
