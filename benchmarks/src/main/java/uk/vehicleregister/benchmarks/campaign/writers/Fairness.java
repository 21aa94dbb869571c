package uk.vehicleregister.benchmarks.campaign.writers;

import java.util.ArrayList;
import java.util.List;
import uk.vehicleregister.benchmarks.campaign.Form;

/// Nobody starves: neither of two services does nearly everything, no client gets nothing done, and none waits for
/// ever.
final class Fairness {

    /// Of what both do, the least part either may be left with under the same load.
    private static final double LEAST = 0.2;

    /// Of fewer commands, as on a busy machine, the parts say more of who was warm first.
    private static final int SAMPLE = 200;

    private static final double MOST_MILLIS = 30_000;

    /// The parts, where the services were warm before.
    static List<String> ofTheParts(String load, Slice slice) {
        double second = slice.partOfTheSecond();
        if (slice.latencies().size() >= SAMPLE && (second < LEAST || second > 1 - LEAST))
            return List.of("%s: of two services with the same load one did %.0f %% of what was done"
                    .formatted(load, 100 * Math.max(second, 1 - second)));
        return List.of();
    }

    /// What holds on a slow machine too.
    static List<String> ofTheClients(String load, Slice slice) {
        List<String> found = new ArrayList<>();
        long idle = slice.perClient().stream().filter(done -> done == 0).count();
        if (idle > 0) found.add("%s: %d clients got nothing done".formatted(load, idle));
        if (slice.millis(1) > MOST_MILLIS) found.add("%s: a command took %.0f ms".formatted(load, slice.millis(1)));
        return found;
    }

    static List<String> violations(String load, Slice slice, Form form) {
        List<String> found = new ArrayList<>(ofTheClients(load, slice));
        if (form.judgesTimes()) found.addAll(ofTheParts(load, slice));
        return found;
    }

    private Fairness() {}
}
