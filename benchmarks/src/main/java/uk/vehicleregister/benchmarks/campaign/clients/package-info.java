/// Clients of a register whose parts may go away under them: they ask again under the same key until they are answered.
@NullMarked
package uk.vehicleregister.benchmarks.campaign.clients;

import org.jspecify.annotations.NullMarked;
