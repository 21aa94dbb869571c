package uk.vehicleregister.benchmarks.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;

/// The rounds of one comparison, the unsound ones set aside.
record Rounds(List<Round> all) {

    Rounds {
        all = List.copyOf(all);
    }

    List<Round> sound() {
        return all.stream().filter(Round::isSound).toList();
    }

    int thrownAway() {
        return all.size() - sound().size();
    }

    Spread toFloor(String name) {
        return of(round -> round.ratioToFloor(name));
    }

    Spread figure(String name) {
        return of(round -> round.figure(name));
    }

    Spread floor() {
        return of(Round::floor);
    }

    /// How many times the one is of the other, in the same rounds.
    Spread ratio(String one, String other) {
        return of(round -> round.figure(one) / round.figure(other));
    }

    private Spread of(ToDoubleFunction<Round> figure) {
        return Spread.of(sound().stream().mapToDouble(figure).toArray());
    }
}
