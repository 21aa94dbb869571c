/// Bulk load of a CSV file into the running register (the command is named import, a word Java keeps for itself).
@NullMarked
package uk.vehicleregister.program.load;

import org.jspecify.annotations.NullMarked;
