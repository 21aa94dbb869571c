package uk.vehicleregister.command.lookup;

import java.util.UUID;
import uk.vehicleregister.kernel.paper.DocumentReference;

/// What an applicant shows to act on a vehicle.
public sealed interface Proof {

    /// The reference of its latest V5C.
    record Reference(DocumentReference documentReference) implements Proof {}

    /// An authority that the keeper gave to the applicant, in the place of the reference.
    record ByAuthority(UUID authorityId) implements Proof {}
}
