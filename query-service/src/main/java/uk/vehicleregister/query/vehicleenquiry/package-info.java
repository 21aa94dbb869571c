/// The vehicle enquiry: the public VES contract, to the letter (domain.md 3.1 and 3.2).
@NullMarked
package uk.vehicleregister.query.vehicleenquiry;

import org.jspecify.annotations.NullMarked;
