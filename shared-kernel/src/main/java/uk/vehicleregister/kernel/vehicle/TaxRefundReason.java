package uk.vehicleregister.kernel.vehicle;

/// What ended the tax whose remaining months are due back: tax never passes to somebody else (domain.md 1.1).
public enum TaxRefundReason {
    SOLD,
    SOLD_TO_TRADE,
    SCRAPPED,
    EXPORTED,
    OFF_ROAD,
    DECEASED
}
