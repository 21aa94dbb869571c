/// Where an application stands: done, under review, refused, or not known yet.
@NullMarked
package uk.vehicleregister.query.applications;

import org.jspecify.annotations.NullMarked;
