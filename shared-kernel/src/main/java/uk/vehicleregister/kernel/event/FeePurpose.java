package uk.vehicleregister.kernel.event;

/// What a fee is paid for (domain.md 2.5).
public enum FeePurpose {
    RETENTION,
    LATE_ASSIGNMENT,
    ENTITLEMENT,
    TRANSFER
}
