/// What was tried and did not come about, and which marks are under attack.
@NullMarked
package uk.vehicleregister.query.attempts;

import org.jspecify.annotations.NullMarked;
