/// Measures the register against floors taken in the same rounds, and checks what it did meanwhile.
@NullMarked
package uk.vehicleregister.benchmarks.bench;

import org.jspecify.annotations.NullMarked;
