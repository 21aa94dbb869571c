/// A witness of logs: a process of its own that cosigns what goes on from what it has seen, and refuses a fork.
@NullMarked
package uk.vehicleregister.program.witness;

import org.jspecify.annotations.NullMarked;
