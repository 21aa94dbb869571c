package uk.vehicleregister.benchmarks.bench;

import java.util.Locale;
import java.util.TreeMap;

/// Figures in words.
final class Figures {

    private Figures() {}

    /// Medians of what was compared.
    static String perSecond(Rounds rounds, String name) {
        return "%s %s/s, floor %s/s"
                .formatted(
                        name,
                        whole(rounds.figure(name).median()),
                        whole(rounds.floor().median()));
    }

    static String line(String what, Round round) {
        StringBuilder line = new StringBuilder(what).append(": floor ").append(whole(round.floorBefore()));
        new TreeMap<>(round.figures())
                .forEach((name, figure) ->
                        line.append(" - ").append(name).append(' ').append(whole(figure)));
        line.append(" - floor ").append(whole(round.floorAfter()));
        return line.append(round.isSound() ? "" : " (thrown away)").toString();
    }

    static String whole(double figure) {
        return Double.isNaN(figure) ? "-" : String.format(Locale.ROOT, "%,.0f", figure);
    }
}
