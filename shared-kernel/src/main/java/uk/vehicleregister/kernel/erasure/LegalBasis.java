package uk.vehicleregister.kernel.erasure;

/// The ground of UK GDPR Article 17(1) an erasure stands on, letters (a) to (e). Letter (f) is about services for
/// children, of which the register has none.
public enum LegalBasis {
    NO_LONGER_NECESSARY,
    CONSENT_WITHDRAWN,
    OBJECTION_UPHELD,
    UNLAWFULLY_PROCESSED,
    LEGAL_OBLIGATION
}
