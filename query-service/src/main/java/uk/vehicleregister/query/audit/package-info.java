/// The audit trail: events as an auditor may read them, from the log itself and without personal data.
@NullMarked
package uk.vehicleregister.query.audit;

import org.jspecify.annotations.NullMarked;
