package uk.vehicleregister.command.keeper.update;

import uk.vehicleregister.command.lookup.Proof;
import uk.vehicleregister.kernel.keeper.Keeper;
import uk.vehicleregister.kernel.mark.RegistrationMark;

/// The same keeper has another name or address (domain.md 1.7).
///
/// @param keeper with everything as it is from now on
record ChangeKeeperDetails(RegistrationMark mark, Proof proof, Keeper keeper) {}
