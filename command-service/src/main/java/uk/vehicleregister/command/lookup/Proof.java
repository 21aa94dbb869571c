package uk.vehicleregister.command.lookup;

import uk.vehicleregister.kernel.keeper.Postcode;
import uk.vehicleregister.kernel.paper.DocumentReference;

/// What an applicant shows to act on a vehicle.
public sealed interface Proof {

    /// The reference of its latest V5C.
    record Reference(DocumentReference documentReference) implements Proof {}

    /// The postcode of its keeper, for who has no V5C to show. A blank one is no proof, whatever the record holds.
    record KeeperPostcode(Postcode postcode) implements Proof {}
}
