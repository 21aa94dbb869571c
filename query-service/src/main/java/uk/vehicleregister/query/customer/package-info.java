/// Customers of the vehicle enquiry: their API keys and their rates.
@NullMarked
package uk.vehicleregister.query.customer;

import org.jspecify.annotations.NullMarked;
