package uk.vehicleregister.command.entitlement.buy;

import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.keeper.Nominee;
import uk.vehicleregister.kernel.keeper.Purchaser;
import uk.vehicleregister.kernel.mark.RegistrationMark;

/// Buy the right to a mark that was never issued (domain.md 2.5).
record BuyEntitlement(
        RegistrationMark mark,
        Purchaser purchaser,
        @Nullable Nominee nominee) {}
