package uk.vehicleregister.kernel.keeper;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A private keeper.
public record Person(
        String title,
        String firstNames,
        String lastName,
        @Nullable LocalDate dateOfBirth,
        @Nullable DriverNumber driverNumber,
        @Nullable Email email,
        Address address)
        implements Keeper {

    public Person {
        requireNonNull(title);
        requireNonNull(firstNames);
        requireNonNull(lastName);
        requireNonNull(address);
    }

    @Override
    public KeeperType type() {
        return KeeperType.PERSON;
    }

    @Override
    public String toString() {
        return "Person[***]";
    }
}
