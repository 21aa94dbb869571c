/// Whether what concurrent clients were told can be put into one order.
@NullMarked
package uk.vehicleregister.benchmarks.campaign.linear;

import org.jspecify.annotations.NullMarked;
