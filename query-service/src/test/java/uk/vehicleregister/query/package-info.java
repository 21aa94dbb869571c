/// The query service as its callers see it, on a real PostgreSQL and a real log.
@NullMarked
package uk.vehicleregister.query;

import org.jspecify.annotations.NullMarked;
