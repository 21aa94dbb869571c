/// An hour of ordinary work, to see what creeps.
@NullMarked
package uk.vehicleregister.benchmarks.campaign.soak;

import org.jspecify.annotations.NullMarked;
