/// A registrar erases a person, in the roles the law lets the register forget them in.
@NullMarked
package uk.vehicleregister.command.erasure.erase;

import org.jspecify.annotations.NullMarked;
