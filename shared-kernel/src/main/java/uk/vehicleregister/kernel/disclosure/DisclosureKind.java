package uk.vehicleregister.kernel.disclosure;

/// What of a record was shown to somebody.
public enum DisclosureKind {
    VEHICLE_HISTORY,
    MARK_HISTORY,
    KEEPER_HISTORY,
    /// Numbers of V5Cs and certificates.
    DOCUMENTS,
    /// A paper with the keeper's name and address.
    PRINTED_DOCUMENT,
    LETTERS,
    ATTEMPTS,
    ATTACKED_MARKS,
    AUDIT_SEARCH,
    /// Events as they are stored, personal data sealed.
    LOG_EVENTS,
    /// The same, those of one vehicle, one mark or a period.
    LOG_SELECTION,
    KEEPER_ENQUIRY,
    /// Who looked before.
    DISCLOSURES
}
