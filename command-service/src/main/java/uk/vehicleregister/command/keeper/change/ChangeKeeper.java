package uk.vehicleregister.command.keeper.change;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.command.lookup.Proof;
import uk.vehicleregister.kernel.keeper.Email;
import uk.vehicleregister.kernel.keeper.Keeper;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.vehicle.Warning;

/// Private sale, keeper to keeper (domain.md 1.3).
record ChangeKeeper(
        RegistrationMark mark,
        Proof proof,
        Keeper newKeeper,
        LocalDate dateOfSale,
        @Nullable Integer mileage,
        boolean keeperConsent,
        boolean rightsToMarkConsent,
        @Nullable Email sellerEmail,
        Set<Warning> acknowledged) {}
