package uk.vehicleregister.command.keeper.acquire;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.command.lookup.Proof;
import uk.vehicleregister.kernel.keeper.Keeper;
import uk.vehicleregister.kernel.keeper.Trader;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.vehicle.TaxOrSorn;
import uk.vehicleregister.kernel.vehicle.Warning;

/// Sold out of the motor trade (domain.md 1.2).
record AcquireFromTrade(
        RegistrationMark mark,
        Proof proof,
        Trader trader,
        Keeper newKeeper,
        LocalDate dateOfSale,
        @Nullable Integer mileage,
        boolean keeperConsent,
        TaxOrSorn taxOrSorn,
        Set<Warning> acknowledged) {}
