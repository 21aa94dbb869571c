/// How the commands of this program talk to the running services over HTTP.
@NullMarked
package uk.vehicleregister.program.client;

import org.jspecify.annotations.NullMarked;
