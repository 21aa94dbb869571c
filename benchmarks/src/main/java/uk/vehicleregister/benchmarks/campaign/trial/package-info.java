/// What several campaigns share: a register to try things on, clients that drive it, and the books that are compared
/// afterwards.
@NullMarked
package uk.vehicleregister.benchmarks.campaign.trial;

import org.jspecify.annotations.NullMarked;
