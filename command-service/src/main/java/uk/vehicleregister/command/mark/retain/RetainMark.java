package uk.vehicleregister.command.mark.retain;

import org.jspecify.annotations.Nullable;
import uk.vehicleregister.command.lookup.Proof;
import uk.vehicleregister.kernel.keeper.ActingBusiness;
import uk.vehicleregister.kernel.keeper.Email;
import uk.vehicleregister.kernel.keeper.Postcode;
import uk.vehicleregister.kernel.mark.RegistrationMark;

/// Take a mark off its vehicle and keep the right to it (domain.md 1.4).
///
/// @param business set when a business acts for the keeper
record RetainMark(
        RegistrationMark mark,
        Proof proof,
        Postcode keeperPostcode,
        @Nullable ActingBusiness business,
        @Nullable Email keeperEmail) {}
