package uk.vehicleregister.command.keeper.dispose;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.command.lookup.Proof;
import uk.vehicleregister.kernel.keeper.Email;
import uk.vehicleregister.kernel.keeper.Trader;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.vehicle.Warning;

/// Sold into the motor trade (domain.md 1.1).
record DisposeToTrade(
        RegistrationMark mark,
        Proof proof,
        Trader trader,
        LocalDate dateOfSale,
        @Nullable Integer mileage,
        boolean keeperConsent,
        boolean rightsToMarkConsent,
        @Nullable Email sellerEmail,
        Set<Warning> acknowledged) {}
