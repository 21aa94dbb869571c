package uk.vehicleregister.kernel.keeper;

import static java.util.Objects.requireNonNull;

import java.util.List;

/// A postal address in Great Britain or Northern Ireland: one to three lines, post town, postcode (domain.md 1.0).
public record Address(List<String> lines, String postTown, Postcode postcode) {

    public Address {
        lines = List.copyOf(lines);
        requireNonNull(postTown);
        requireNonNull(postcode);
    }

    @Override
    public String toString() {
        return "Address[***]";
    }
}
