/// Who looks is recorded before the answer leaves: nothing of a record is shown that is not on the log as shown.
@NullMarked
package uk.vehicleregister.query.disclosure;

import org.jspecify.annotations.NullMarked;
