/// Data keys that seal personal data, themselves wrapped, and keyed digests to compare secrets with.
@NullMarked
package uk.vehicleregister.eventstore.vault;

import org.jspecify.annotations.NullMarked;
