/// The commands people send: how each is drawn, legal or not, and what a simple model of the register makes of it.
@NullMarked
package uk.vehicleregister.program.invariants.order;

import org.jspecify.annotations.NullMarked;
