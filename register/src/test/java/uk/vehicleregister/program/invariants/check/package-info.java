/// What must hold of every run, whoever sent what: pure functions of the log, the read tables and the acknowledgements.
@NullMarked
package uk.vehicleregister.program.invariants.check;

import org.jspecify.annotations.NullMarked;
