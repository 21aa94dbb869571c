package uk.vehicleregister.kernel.keeper;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/// The estate of a keeper who died, under the name and address of its executor, until a new keeper is told
/// (domain.md 1.7).
public record Estate(
        String executor, Address address, @Nullable Email email) implements Keeper {

    public Estate {
        requireNonNull(executor);
        requireNonNull(address);
    }

    @Override
    public KeeperType type() {
        return KeeperType.ESTATE;
    }

    @Override
    public String toString() {
        return "Estate[***]";
    }
}
