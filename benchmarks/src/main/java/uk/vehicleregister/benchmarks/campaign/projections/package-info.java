/// Read models whose service is killed, and whose log holds what they cannot read.
@NullMarked
package uk.vehicleregister.benchmarks.campaign.projections;

import org.jspecify.annotations.NullMarked;
