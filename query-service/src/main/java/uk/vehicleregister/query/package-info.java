/// What is known: the read models of the register, one package each, and the service that answers from them.
@NullMarked
package uk.vehicleregister.query;

import org.jspecify.annotations.NullMarked;
