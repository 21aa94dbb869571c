/// The connection to PostgreSQL, and the schema the read models live in.
@NullMarked
package uk.vehicleregister.query.database;

import org.jspecify.annotations.NullMarked;
