package uk.vehicleregister.kernel.event;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import uk.vehicleregister.kernel.vehicle.VehicleId;

/// A keeper lets an intermediary act for them: for that vehicle, in that scope, until that day, and no longer than the
/// keepership.
///
/// @param intermediary pseudonym of the account that may act
/// @param scope names of the commands it may send, as in their paths
/// @param keeperKeyId the keepership it ends with: the key its keeper is sealed under
/// @param grantedBy pseudonym of the account that granted it, and may take it back
/// @param evidence digest of the document reference that was shown
/// @param until the last day it is valid on
@Recorded(name = "AuthorityGranted")
public record AuthorityGranted(
        UUID authorityId,
        VehicleId vehicleId,
        String intermediary,
        List<String> scope,
        UUID keeperKeyId,
        String grantedBy,
        String evidence,
        LocalDate grantedOn,
        LocalDate until)
        implements AuthorityFact {

    public AuthorityGranted {
        requireNonNull(authorityId);
        requireNonNull(vehicleId);
        requireNonNull(intermediary);
        scope = List.copyOf(scope);
        requireNonNull(keeperKeyId);
        requireNonNull(grantedBy);
        requireNonNull(evidence);
        requireNonNull(grantedOn);
        requireNonNull(until);
    }

    @Override
    public LocalDate effectiveOn() {
        return grantedOn;
    }
}
