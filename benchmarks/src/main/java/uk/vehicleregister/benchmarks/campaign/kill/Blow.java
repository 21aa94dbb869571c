package uk.vehicleregister.benchmarks.campaign.kill;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// One kill or two at nearly the same time.
///
/// @param after how long people go on undisturbed before it
/// @param between from the first victim to the second
/// @param whileItStarts a killed service is killed again so long after it was started; null: it is let be
record Blow(
        List<Victim> victims,
        Duration after,
        Duration between,
        @org.jspecify.annotations.Nullable Duration whileItStarts) {

    private static final List<Victim> LOTS = List.of(
            Victim.BACKEND,
            Victim.BACKEND,
            Victim.BACKEND,
            Victim.COMMAND_SERVICE,
            Victim.COMMAND_SERVICE,
            Victim.COMMAND_SERVICE,
            Victim.POSTMASTER,
            Victim.POSTMASTER,
            Victim.QUERY_SERVICE);

    static Blow drawn(Random dice) {
        Victim first = lot(dice);
        List<Victim> victims = new ArrayList<>(List.of(first));
        if (dice.nextInt(4) == 0) {
            Victim second = lot(dice);
            if (!Set.of(first, second).equals(EnumSet.of(Victim.BACKEND, Victim.POSTMASTER)) && second != first)
                victims.add(second);
        }
        return new Blow(
                victims,
                Duration.ofMillis(dice.nextInt(50, 900)),
                Duration.ofMillis(dice.nextInt(200)),
                dice.nextInt(6) == 0 ? Duration.ofMillis(dice.nextInt(200, 3_000)) : null);
    }

    /// One of each, and a pair: the few that the gate has time for.
    static List<Blow> oneOfEach(Random dice) {
        List<Blow> blows = new ArrayList<>();
        for (Victim victim : Victim.values())
            blows.add(new Blow(List.of(victim), Duration.ofMillis(dice.nextInt(50, 900)), Duration.ZERO, null));
        blows.add(new Blow(
                List.of(Victim.COMMAND_SERVICE, Victim.POSTMASTER),
                Duration.ofMillis(dice.nextInt(50, 900)),
                Duration.ofMillis(dice.nextInt(200)),
                null));
        return blows;
    }

    private static Victim lot(Random dice) {
        return LOTS.get(dice.nextInt(LOTS.size()));
    }
}
