package uk.vehicleregister.kernel.sealing;

import static java.util.Objects.requireNonNull;

/// A trader, acting business or grantee in an event; `details` holds the JSON of a Trader, ActingBusiness or Grantee.
public record SealedParty(Sealed details) {

    public SealedParty {
        requireNonNull(details);
    }
}
