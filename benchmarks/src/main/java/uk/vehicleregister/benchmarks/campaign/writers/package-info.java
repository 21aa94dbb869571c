/// Two command services write to one log.
@NullMarked
package uk.vehicleregister.benchmarks.campaign.writers;

import org.jspecify.annotations.NullMarked;
