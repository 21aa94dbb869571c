package uk.vehicleregister.kernel.vehicle;

/// What a registrar may note on a vehicle's record; most of them stop or divert a transaction (domain.md 1.4, 1.7).
public enum Marker {
    /// Fleet scheme: no V5C is issued, and no online sale until one is asked for.
    V5C_SUPPRESSED,
    STOLEN,
    /// Insurer's write-off, must not return to the road.
    WRITE_OFF_A,
    /// Insurer's write-off, body must not return to the road.
    WRITE_OFF_B,
    /// Insurer's write-off, structural damage, may be repaired.
    WRITE_OFF_S,
    /// Insurer's write-off, non-structural damage, may be repaired.
    WRITE_OFF_N,
    /// Applications about this vehicle's mark are taken on paper only.
    DIRECT_TO_PAPER,
    /// The licensing history needs a look by a person.
    LICENSING_HISTORY,
    /// The vehicle's identity has to be checked.
    IDENTITY_CHECK,
    EXPORTED,
    SCRAPPED
}
