package uk.vehicleregister.kernel.keeper;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/// To whom a V778 is granted: the keeper of the vehicle when its mark was taken off (domain.md 2.5).
public record Grantee(
        String name, Address address, @Nullable Email email) {

    public Grantee {
        requireNonNull(name);
        requireNonNull(address);
    }

    @Override
    public String toString() {
        return "Grantee[***]";
    }
}
