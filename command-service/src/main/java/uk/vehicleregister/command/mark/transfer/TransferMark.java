package uk.vehicleregister.command.mark.transfer;

import uk.vehicleregister.command.lookup.Proof;
import uk.vehicleregister.kernel.keeper.Postcode;
import uk.vehicleregister.kernel.mark.RegistrationMark;

/// Move a mark straight from one vehicle to another of the same keeper: a retention and an assignment in one
/// (domain.md 2.5, V317).
///
/// @param mark the mark to move, which `from` carries now
/// @param replaced the mark `to` carries now
record TransferMark(
        RegistrationMark mark, Proof fromProof, RegistrationMark replaced, Proof toProof, Postcode keeperPostcode) {}
