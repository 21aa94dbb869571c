/// What a client on this machine sends to a service, and what comes back.
@NullMarked
package uk.vehicleregister.benchmarks.wire;

import org.jspecify.annotations.NullMarked;
