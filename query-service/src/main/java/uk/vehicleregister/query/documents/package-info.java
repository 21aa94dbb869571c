/// The documents the register has printed: V5C, V778, V750 and V948.
@NullMarked
package uk.vehicleregister.query.documents;

import org.jspecify.annotations.NullMarked;
