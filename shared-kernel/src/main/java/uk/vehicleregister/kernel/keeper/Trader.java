package uk.vehicleregister.kernel.keeper;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/// A motor trader, who buys a vehicle from its keeper or sells it on.
public record Trader(String name, @Nullable Email email, Address address) {

    public Trader {
        requireNonNull(name);
        requireNonNull(address);
    }

    @Override
    public String toString() {
        return "Trader[***]";
    }
}
