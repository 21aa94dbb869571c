/// Processes are killed while people use the register.
@NullMarked
package uk.vehicleregister.benchmarks.campaign.kill;

import org.jspecify.annotations.NullMarked;
