package uk.vehicleregister.program.invariants.order;

import org.jspecify.annotations.Nullable;

/// What people have at hand when they write to the register. Vehicles, certificates and cases are numbered; a number
/// beyond the last one counts from the first again.
public interface Papers {

    record V5C(String mark, String reference) {}

    record Certificate(String mark, String number) {}

    String vin(int vehicle);

    V5C latest(int vehicle);

    /// The mark of today on a V5C that is no longer the latest; where there was only one, a number nobody drew.
    V5C dead(int vehicle);

    /// Of the keeper on record, or of the last one.
    String postcode(int vehicle);

    /// One that was issued at some time, used or not.
    @Nullable
    Certificate certificate(int number);

    /// The id of an application that waits, or waited, for a registrar.
    @Nullable
    String reviewCase(int number);
}
