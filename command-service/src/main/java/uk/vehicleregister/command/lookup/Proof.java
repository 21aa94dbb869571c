package uk.vehicleregister.command.lookup;

import uk.vehicleregister.kernel.paper.DocumentReference;

/// What an applicant shows to act on a vehicle.
public sealed interface Proof {

    /// The reference of its latest V5C.
    record Reference(DocumentReference documentReference) implements Proof {}
}
