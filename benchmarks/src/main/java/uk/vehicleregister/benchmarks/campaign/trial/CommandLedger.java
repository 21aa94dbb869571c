package uk.vehicleregister.benchmarks.campaign.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/// What senders were told of each command, to be compared with the log.
public final class CommandLedger {

    /// One event in the log that came of a command.
    record Entry(long position, String transactionId) {}

    private final Map<Long, Told> told = new ConcurrentHashMap<>();
    private final List<String> wrong = new CopyOnWriteArrayList<>();
    private final AtomicLong unknown = new AtomicLong();

    /// At a later try the later word stands.
    void note(MotTest command, Told what) {
        told.put(command.number(), what);
        if (what instanceof Told.Unknown) unknown.incrementAndGet();
        if (what instanceof Told.Wrong(String answer)) wrong.add("command " + command.number() + ": " + answer);
    }

    public long recorded() {
        return told.values().stream().filter(Told.Recorded.class::isInstance).count();
    }

    /// How often a sender was left not knowing.
    public long unknown() {
        return unknown.get();
    }

    /// Numbers of the commands that are not known to be recorded.
    List<Long> open() {
        return numbers(what -> !(what instanceof Told.Recorded));
    }

    /// Numbers of the commands of which nothing is known.
    List<Long> unclear() {
        return numbers(what -> what instanceof Told.Unknown);
    }

    private List<Long> numbers(Predicate<Told> which) {
        return told.entrySet().stream()
                .filter(entry -> which.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /// How often somebody was left not knowing stays, single commands go.
    void forget() {
        told.clear();
    }

    /// What was told and is not so. Nobody may be sending meanwhile.
    ///
    /// @param log the events of each command, by its number
    List<String> violations(Map<Long, List<Entry>> log) {
        List<String> found = new ArrayList<>(wrong);
        told.forEach((number, what) -> {
            List<Entry> entries = log.getOrDefault(number, List.of());
            if (entries.size() > 1) found.add("command " + number + " is in the log " + entries);
            switch (what) {
                case Told.Recorded(long position, String transactionId) -> {
                    if (!entries.contains(new Entry(position, transactionId)))
                        found.add("command " + number + " was acknowledged at " + position + " and the log has "
                                + entries);
                }
                case Told.NothingRecorded _ -> {
                    if (!entries.isEmpty())
                        found.add("nothing was to be recorded of command " + number + ", and the log has " + entries);
                }
                case Told.Unknown _, Told.Wrong _ -> {}
            }
        });
        log.keySet().stream()
                .filter(number -> !told.containsKey(number))
                .forEach(number -> found.add("nobody sent command " + number + ", and the log has it"));
        return found;
    }
}
