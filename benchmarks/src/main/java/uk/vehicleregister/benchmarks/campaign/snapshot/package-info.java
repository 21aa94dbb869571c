/// An export or a dump that reads the database for long while the register is at work.
@NullMarked
package uk.vehicleregister.benchmarks.campaign.snapshot;

import org.jspecify.annotations.NullMarked;
