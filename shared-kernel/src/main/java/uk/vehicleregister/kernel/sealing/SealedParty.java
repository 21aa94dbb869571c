package uk.vehicleregister.kernel.sealing;

import static java.util.Objects.requireNonNull;

/// A trader, acting business, grantee, purchaser or nominee in an event; `details` holds the JSON of a Trader,
/// ActingBusiness, Grantee, Purchaser or Nominee.
public record SealedParty(Sealed details) {

    public SealedParty {
        requireNonNull(details);
    }
}
