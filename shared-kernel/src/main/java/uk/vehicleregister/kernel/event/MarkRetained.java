package uk.vehicleregister.kernel.event;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.sealing.SealedParty;
import uk.vehicleregister.kernel.vehicle.VehicleId;

/// The vehicle's mark was taken off it onto a certificate, and a replacement put on.
@Recorded(name = "MarkRetained")
public record MarkRetained(
        VehicleId vehicleId,
        RegistrationMark mark,
        RegistrationMark replacement,
        @Nullable SealedParty actingBusiness,
        LocalDate retainedOn)
        implements VehicleMarkFact {

    public MarkRetained {
        requireNonNull(vehicleId);
        requireNonNull(mark);
        requireNonNull(replacement);
        requireNonNull(retainedOn);
    }

    @Override
    public LocalDate effectiveOn() {
        return retainedOn;
    }

    @Override
    public RegistrationMark carries() {
        return replacement;
    }
}
