package uk.vehicleregister.kernel.event;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.paper.Credential;
import uk.vehicleregister.kernel.sealing.SealedParty;
import uk.vehicleregister.kernel.vehicle.VehicleId;

/// The mark went off that vehicle onto a V778 of the grantee; `expiresOn` is the last day it can be used on.
@Recorded(name = "EntitlementGranted")
public record EntitlementGranted(
        RegistrationMark mark,
        VehicleId vehicleId,
        Credential certificate,
        SealedParty grantee,
        LocalDate grantedOn,
        LocalDate expiresOn)
        implements EntitlementFact {

    public EntitlementGranted {
        requireNonNull(mark);
        requireNonNull(vehicleId);
        requireNonNull(certificate);
        requireNonNull(grantee);
        requireNonNull(grantedOn);
        requireNonNull(expiresOn);
    }

    @Override
    public LocalDate effectiveOn() {
        return grantedOn;
    }
}
