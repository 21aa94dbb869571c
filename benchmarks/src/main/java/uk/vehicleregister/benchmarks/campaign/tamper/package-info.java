/// The log altered behind the program's back, in a copy of it, and what an audit says of that.
@NullMarked
package uk.vehicleregister.benchmarks.campaign.tamper;

import org.jspecify.annotations.NullMarked;
