package uk.vehicleregister.kernel.keeper;

/// What a keeper is; the words of the contract's `type`.
public enum KeeperType {
    PERSON,
    BUSINESS
}
