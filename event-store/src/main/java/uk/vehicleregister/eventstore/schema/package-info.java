/// The log's schema, owned by Flyway, and the demand that commits be durable.
@NullMarked
package uk.vehicleregister.eventstore.schema;

import org.jspecify.annotations.NullMarked;
