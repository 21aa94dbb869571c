package uk.vehicleregister.benchmarks.bench;

import org.jspecify.annotations.Nullable;

/// What became of a goal.
///
/// @param value what the goal is judged by; empty where it was not measured
/// @param figures the absolute figures behind it
/// @param note what a reader must know: scaled, thrown away, not measured and why
record Result(Goal goal, Spread value, String figures, String note) {

    static Result notMeasured(Goal goal, String why) {
        return new Result(goal, Spread.of(), "", "not measured: " + why);
    }

    static Result of(Goal goal, Rounds rounds, Spread value, String figures) {
        String note = rounds.thrownAway() == 0
                ? ""
                : rounds.thrownAway() + " of " + rounds.all().size() + " rounds thrown away, floors too far apart";
        return value.isEmpty()
                ? new Result(goal, value, figures, "not measured: " + note)
                : new Result(goal, value, figures, note);
    }

    Goal.@Nullable Verdict verdict() {
        return value.isEmpty() ? null : goal.verdict(value.median());
    }
}
