package uk.vehicleregister.query.mail;

/// To whom, in the role they have in the transaction (domain.md 1.1 to 1.5).
enum Recipient {
    SELLER,
    NEW_KEEPER,
    TRADER,

    /// The keeper on record, who stays the keeper.
    KEEPER,

    /// The business that acts for the keeper.
    BUSINESS
}
