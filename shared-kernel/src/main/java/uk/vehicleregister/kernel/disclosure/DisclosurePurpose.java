package uk.vehicleregister.kernel.disclosure;

/// What somebody looked at a record for.
public enum DisclosurePurpose {
    AUDIT,
    CASE_WORK,
    /// Somebody asked what is held about them (UK GDPR Article 15).
    SUBJECT_REQUEST,
    LEGAL_PROCEEDINGS,
    /// Prevention, detection or prosecution of crime: the keeper is told later.
    LAW_ENFORCEMENT,
    /// A keeper, about the vehicle they keep.
    OWN_RECORD
}
