/// Who looked at a record, for the keeper it is about and for those who watch over it.
@NullMarked
package uk.vehicleregister.query.wholooked;

import org.jspecify.annotations.NullMarked;
