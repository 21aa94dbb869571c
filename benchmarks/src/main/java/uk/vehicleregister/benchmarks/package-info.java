/// What the register is measured and tried with.
@NullMarked
package uk.vehicleregister.benchmarks;

import org.jspecify.annotations.NullMarked;
