/// The letters the register has sent: acknowledgements to former keepers.
@NullMarked
package uk.vehicleregister.query.letters;

import org.jspecify.annotations.NullMarked;
