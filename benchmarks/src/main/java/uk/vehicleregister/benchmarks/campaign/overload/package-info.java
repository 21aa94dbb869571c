/// More commands than the register can take.
@NullMarked
package uk.vehicleregister.benchmarks.campaign.overload;

import org.jspecify.annotations.NullMarked;
