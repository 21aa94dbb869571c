/// Faults on purpose, and what must hold after each.
@NullMarked
package uk.vehicleregister.benchmarks.campaign;

import org.jspecify.annotations.NullMarked;
