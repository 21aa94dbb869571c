/// A network between service and database that delays, cuts, swallows, and loses answers.
@NullMarked
package uk.vehicleregister.benchmarks.campaign.network;

import org.jspecify.annotations.NullMarked;
