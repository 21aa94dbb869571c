/// One service in one process, against a given database and issuer.
@NullMarked
package uk.vehicleregister.program.serve;

import org.jspecify.annotations.NullMarked;
