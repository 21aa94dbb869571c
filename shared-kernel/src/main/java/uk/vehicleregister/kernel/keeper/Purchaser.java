package uk.vehicleregister.kernel.keeper;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/// Who bought an unissued mark and holds its V750 (domain.md 2.5).
public record Purchaser(
        String name, Address address, @Nullable Email email) {

    public Purchaser {
        requireNonNull(name);
        requireNonNull(address);
    }

    @Override
    public String toString() {
        return "Purchaser[***]";
    }
}
