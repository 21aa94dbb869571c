/// What must hold of the log and of the read models once everybody has been answered.
@NullMarked
package uk.vehicleregister.benchmarks.campaign.audit;

import org.jspecify.annotations.NullMarked;
