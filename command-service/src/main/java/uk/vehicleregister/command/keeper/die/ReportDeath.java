package uk.vehicleregister.command.keeper.die;

import java.time.LocalDate;
import uk.vehicleregister.command.lookup.Proof;
import uk.vehicleregister.kernel.keeper.Estate;
import uk.vehicleregister.kernel.mark.RegistrationMark;

/// A relative or the executor tells of the keeper's death (domain.md 1.7).
record ReportDeath(RegistrationMark mark, Proof proof, LocalDate dateOfDeath, Estate estate) {}
