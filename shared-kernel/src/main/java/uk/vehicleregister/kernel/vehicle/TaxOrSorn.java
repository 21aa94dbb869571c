package uk.vehicleregister.kernel.vehicle;

/// What the new keeper does about vehicle tax at an acquisition: tax it, declare it off the road, or neither now
/// (domain.md 1.2).
public enum TaxOrSorn {
    TAX,
    SORN,
    NEITHER
}
