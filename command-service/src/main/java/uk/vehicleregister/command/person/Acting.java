package uk.vehicleregister.command.person;

/// For whom an applicant speaks (domain.md 1.4): for themselves, or as a business with the keeper's consent.
public enum Acting {
    KEEPER,
    BUSINESS
}
