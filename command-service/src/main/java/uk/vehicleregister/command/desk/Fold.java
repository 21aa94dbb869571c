package uk.vehicleregister.command.desk;

import java.util.List;
import java.util.function.BiFunction;

/// Folds recorded facts into the state one decision needs.
public final class Fold {

    public static <S, F> S of(List<? extends F> facts, S initial, BiFunction<S, F, S> evolve) {
        S state = initial;
        for (F fact : facts) {
            state = evolve.apply(state, fact);
        }
        return state;
    }

    private Fold() {}
}
