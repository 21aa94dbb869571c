/// How read models follow the log: rows and position change in one transaction, and nothing is skipped.
@NullMarked
package uk.vehicleregister.query.projection;

import org.jspecify.annotations.NullMarked;
