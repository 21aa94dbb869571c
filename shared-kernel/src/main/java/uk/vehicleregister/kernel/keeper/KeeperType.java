package uk.vehicleregister.kernel.keeper;

/// What a keeper is; the words of the contract's `type`.
public enum KeeperType {
    PERSON,
    BUSINESS,
    /// Of a keeper who died; nobody can register as one.
    ESTATE
}
