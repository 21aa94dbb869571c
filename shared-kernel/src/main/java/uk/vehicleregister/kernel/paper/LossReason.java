package uk.vehicleregister.kernel.paper;

/// Why a keeper needs another V5C (contract.md).
public enum LossReason {
    LOST,
    STOLEN,
    DAMAGED
}
