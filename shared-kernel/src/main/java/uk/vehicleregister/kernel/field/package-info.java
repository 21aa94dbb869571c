/// How a text from outside becomes a value or a fault that can be shown, without ever throwing.
@NullMarked
package uk.vehicleregister.kernel.field;

import org.jspecify.annotations.NullMarked;
