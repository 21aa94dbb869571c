/// What an auditor does: check the whole log against its signed checkpoint, and take it along as an archive
/// (docs/audit.md).
@NullMarked
package uk.vehicleregister.program.audit;

import org.jspecify.annotations.NullMarked;
