package uk.vehicleregister.program.invariants.order;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// How a vehicle came to somebody, or into the trade, as it stands after all corrections.
final class Beginning {

    enum Kind {
        REGISTERED,
        SOLD,
        INTO_TRADE,
        OUT_OF_TRADE,
        DIED
    }

    /// Somebody as told once: the same person told of by another sale is another one of these.
    ///
    /// @param name of [Made.Keeper], or [ModelVehicle#ESTATE]
    /// @param key what an authority of theirs ends with; kept when only their details change
    record Who(String name, String postcode, Object key, Object told) {

        static Who of(Made.Keeper keeper) {
            return new Who(keeper.name(), keeper.postcode, new Object(), new Object());
        }

        static Who estate() {
            return new Who(ModelVehicle.ESTATE, Made.EXECUTORS_POSTCODE, new Object(), new Object());
        }

        Who toldAnew() {
            return new Who(name, postcode, key, new Object());
        }
    }

    final long position;
    final Kind kind;
    LocalDate date;

    @Nullable
    Who who;

    boolean neverWas;

    Beginning(long position, Kind kind, LocalDate date, @Nullable Who who) {
        this.position = position;
        this.kind = kind;
        this.date = date;
        this.who = who;
    }
}
