package uk.vehicleregister.benchmarks.campaign.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import uk.vehicleregister.benchmarks.campaign.trial.Usage;

/// What was seen in some minutes of it. Times are 99th percentiles in milliseconds.
///
/// @param command what the command service took at the end of the stretch
/// @param connections to the database, of both services
record Stretch(Usage command, Usage query, long connections, double answer, double enquiry, double lag) {

    /// What at the end is more than at first by more than noise explains.
    static List<String> creep(Stretch first, Stretch last) {
        List<String> found = new ArrayList<>();
        grown(
                found,
                "memory of the command service, MB",
                first.command.megabytes(),
                last.command.megabytes(),
                1.25,
                64);
        grown(found, "memory of the query service, MB", first.query.megabytes(), last.query.megabytes(), 1.25, 64);
        grown(found, "handles of the command service", first.command.handles(), last.command.handles(), 1.25, 20);
        grown(found, "handles of the query service", first.query.handles(), last.query.handles(), 1.25, 20);
        grown(found, "connections", first.connections, last.connections, 1.25, 5);
        grown(found, "answers to commands, ms", first.answer, last.answer, 1.5, 20);
        grown(found, "answers to enquiries, ms", first.enquiry, last.enquiry, 1.5, 20);
        grown(found, "lag, ms", first.lag, last.lag, 1.5, 50);
        return found;
    }

    private static void grown(List<String> found, String what, double first, double last, double by, double slack) {
        if (last > first * by + slack) found.add("%s: %.0f at first, %.0f at the end".formatted(what, first, last));
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "command %d MB %d handles, query %d MB %d handles, %d connections, p99: command %.1f ms, enquiry %.1f ms,"
                        + " lag %.0f ms",
                command.megabytes(),
                command.handles(),
                query.megabytes(),
                query.handles(),
                connections,
                answer,
                enquiry,
                lag);
    }
}
