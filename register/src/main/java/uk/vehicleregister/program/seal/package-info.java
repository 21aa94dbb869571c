/// Looking after the keys that the log is signed with.
@NullMarked
package uk.vehicleregister.program.seal;

import org.jspecify.annotations.NullMarked;
