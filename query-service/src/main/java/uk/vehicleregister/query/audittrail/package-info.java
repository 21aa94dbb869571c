/// The audit trail, searched by what an auditor knows: a vehicle, a mark, who, a transaction, a refusal, a period.
@NullMarked
package uk.vehicleregister.query.audittrail;

import org.jspecify.annotations.NullMarked;
