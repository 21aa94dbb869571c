/// What is small, each measured by itself with JMH.
@NullMarked
package uk.vehicleregister.benchmarks.bench.small;

import org.jspecify.annotations.NullMarked;
