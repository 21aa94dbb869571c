package uk.vehicleregister.kernel.keeper;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/// On whose vehicle the holder of a V750 or V778 wants the mark (domain.md 2.5). A certificate needs no more than the
/// name.
public record Nominee(
        String name, @Nullable Address address, @Nullable Email email) {

    public Nominee {
        requireNonNull(name);
    }

    @Override
    public String toString() {
        return "Nominee[***]";
    }
}
