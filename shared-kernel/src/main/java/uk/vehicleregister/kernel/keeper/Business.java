package uk.vehicleregister.kernel.keeper;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/// A business that keeps a vehicle.
public record Business(
        String name,
        @Nullable FleetNumber fleetNumber,
        @Nullable Email email,
        Address address) implements Keeper {

    public Business {
        requireNonNull(name);
        requireNonNull(address);
    }

    @Override
    public KeeperType type() {
        return KeeperType.BUSINESS;
    }

    @Override
    public String toString() {
        return "Business[***]";
    }
}
