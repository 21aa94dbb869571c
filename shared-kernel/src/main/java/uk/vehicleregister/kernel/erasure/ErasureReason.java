package uk.vehicleregister.kernel.erasure;

/// What an erasure came from. Words and no free text: what a registrar writes might name the person who is
/// forgotten.
public enum ErasureReason {
    PERSON_ASKED,
    RETENTION_PERIOD_OVER,
    RECORDED_IN_ERROR,
    ORDERED
}
