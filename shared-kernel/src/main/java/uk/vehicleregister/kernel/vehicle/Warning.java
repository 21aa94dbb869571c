package uk.vehicleregister.kernel.vehicle;

/// What looks odd about a date of sale and passes once it has been acknowledged (domain.md 1.1 to 1.3).
public enum Warning {
    /// More than twelve months before today; exactly twelve months needs no acknowledgement.
    SALE_OVER_12_MONTHS_AGO,
    /// Earlier than the later of the last keeper change and the disposal; the same day needs no acknowledgement.
    SALE_BEFORE_LAST_CHANGE
}
