/// A vehicle comes to its end: destroyed at a treatment facility, or scrapped as its keeper tells.
@NullMarked
package uk.vehicleregister.command.vehicle.scrap;

import org.jspecify.annotations.NullMarked;
