/// The whole register as tests meet it: both services on one database, with an issuer beside them.
@NullMarked
package uk.vehicleregister.program.running;

import org.jspecify.annotations.NullMarked;
