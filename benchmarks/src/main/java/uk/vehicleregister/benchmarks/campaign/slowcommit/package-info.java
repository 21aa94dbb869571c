/// A transaction that takes its place in the log early and commits late.
@NullMarked
package uk.vehicleregister.benchmarks.campaign.slowcommit;

import org.jspecify.annotations.NullMarked;
