package uk.vehicleregister.benchmarks.campaign.writers;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import uk.vehicleregister.benchmarks.campaign.Form;

/// One service and two, by turns, so that what the machine does meanwhile touches both.
final class Throughput {

    private final Crowd crowd;
    private final int clients;
    private final Duration time;
    private final int rounds;
    private final Form form;

    Throughput(Crowd crowd, int clients, Duration time, int rounds, Form form) {
        this.crowd = crowd;
        this.clients = clients;
        this.time = time;
        this.rounds = rounds;
        this.form = form;
    }

    void compare(String load, Crowd.Habit habit, Map<String, Object> figures, List<String> found) {
        List<Slice> one = new ArrayList<>();
        List<Slice> two = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            one.add(crowd.live(clients, 1, time, habit));
            two.add(crowd.live(clients, 2, time, habit));
        }
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < rounds; round++)
            ratios.add(two.get(round).perSecond() / one.get(round).perSecond());
        two.forEach(slice -> found.addAll(Fairness.violations(load, slice, form)));
        figures.put(load + ": one writer", words(one));
        figures.put(load + ": two writers", words(two));
        Collections.sort(ratios);
        figures.put(
                load + ": two against one",
                "%.2f (%.2f to %.2f)".formatted(ratios.get(ratios.size() / 2), ratios.getFirst(), ratios.getLast()));
    }

    private static String words(List<Slice> slices) {
        List<Slice> sorted = new ArrayList<>(slices);
        sorted.sort(java.util.Comparator.comparingDouble(Slice::perSecond));
        Slice middle = sorted.get(sorted.size() / 2);
        return "%.0f/s, p50 %.0f ms, p99 %.0f ms, longest %.0f ms, second's part %.0f %%"
                .formatted(
                        middle.perSecond(),
                        middle.millis(0.5),
                        middle.millis(0.99),
                        sorted.stream()
                                .mapToDouble(slice -> slice.millis(1))
                                .max()
                                .orElse(Double.NaN),
                        100 * middle.partOfTheSecond());
    }
}
