/// A database that cannot write: no room on its disk, or read-only.
@NullMarked
package uk.vehicleregister.benchmarks.campaign.disk;

import org.jspecify.annotations.NullMarked;
