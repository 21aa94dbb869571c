package uk.vehicleregister.benchmarks.campaign.kill;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One kill or two at nearly the same time.
///
/// @param after how long people go on undisturbed before it
/// @param between from the first victim to the second
/// @param whileItStarts a killed service is killed again so long after it was started; null: it is let be
record Blow(
        List<Victim> victims,
        Duration after,
        Duration between,
        @Nullable Duration whileItStarts) {

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
            if (second != first && !EnumSet.of(first, second).equals(EnumSet.of(Victim.BACKEND, Victim.POSTMASTER)))
                victims.add(second);
        }
        return new Blow(
                victims,
                Duration.ofMillis(dice.nextInt(50, 900)),
                Duration.ofMillis(dice.nextInt(200)),
                dice.nextInt(6) == 0 ? Duration.ofMillis(dice.nextInt(200, 3_000)) : null);
    }

    /// Six kills, one of each and every service in a pair: what the gate has time for.
    static List<Blow> few(Random dice) {
        return Stream.of(
                        List.of(Victim.BACKEND),
                        List.of(Victim.COMMAND_SERVICE, Victim.POSTMASTER),
                        List.of(Victim.BACKEND),
                        List.of(Victim.QUERY_SERVICE, Victim.COMMAND_SERVICE))
                .map(victims -> new Blow(
                        victims, Duration.ofMillis(dice.nextInt(50, 900)), Duration.ofMillis(dice.nextInt(200)), null))
                .toList();
    }

    private static Victim lot(Random dice) {
        return LOTS.get(dice.nextInt(LOTS.size()));
    }
}
