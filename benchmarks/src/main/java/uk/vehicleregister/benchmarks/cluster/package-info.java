/// A register of several processes on this machine, whose parts can be killed.
@NullMarked
package uk.vehicleregister.benchmarks.cluster;

import org.jspecify.annotations.NullMarked;
