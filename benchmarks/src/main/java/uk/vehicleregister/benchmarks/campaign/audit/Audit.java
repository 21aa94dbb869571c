package uk.vehicleregister.benchmarks.campaign.audit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import uk.vehicleregister.benchmarks.campaign.clients.Archive;
import uk.vehicleregister.benchmarks.campaign.clients.Sender;
import uk.vehicleregister.eventstore.log.EventLogReader;
import uk.vehicleregister.eventstore.log.RecordedEvent;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.kernel.event.BatchFact;
import uk.vehicleregister.kernel.event.V5CIssued;
import uk.vehicleregister.program.client.Answer;
import uk.vehicleregister.program.client.Call;
import uk.vehicleregister.program.invariants.check.AcknowledgedOnce;
import uk.vehicleregister.program.invariants.check.Acknowledgement;
import uk.vehicleregister.program.invariants.check.FeeForAChange;
import uk.vehicleregister.program.invariants.check.History;
import uk.vehicleregister.program.invariants.check.History.Entry;
import uk.vehicleregister.program.invariants.check.NoReferenceTwice;
import uk.vehicleregister.program.invariants.check.OneKeeperAtATime;
import uk.vehicleregister.program.invariants.check.OnePlaceOfAMark;
import uk.vehicleregister.program.invariants.check.ReadModelsAreTheFold;
import uk.vehicleregister.program.invariants.check.ReadTable;

/// Reads the log as it grows and says what does not hold. For one thread, when nobody writes.
public final class Audit {

    private static final Duration CATCH_UP = Duration.ofSeconds(60);

    private final Archive archive;
    private final List<LogPlace> places = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private final Map<Long, String> printed = new HashMap<>();

    public Audit(Archive archive) {
        this.archive = archive;
    }

    /// The whole log, read up to now.
    public History history() {
        long position = places.isEmpty()
                ? EventLogReader.BEFORE_FIRST
                : places.getLast().position();
        List<RecordedEvent> page = archive.log().after(position, 2_000);
        while (!page.isEmpty()) {
            take(page);
            page = archive.log().after(page.getLast().position(), 2_000);
        }
        return new History(entries);
    }

    private void take(List<RecordedEvent> page) {
        page.stream().map(LogPlace::of).forEach(places::add);
        List<Entry> more = page.stream().map(History::entry).toList();
        entries.addAll(more);
        printed.putAll(archive.references(more.stream()
                .filter(entry -> entry.fact() instanceof V5CIssued)
                .collect(Collectors.toMap(
                        Entry::position,
                        entry -> ((V5CIssued) entry.fact())
                                .documentReference()
                                .sealed()
                                .text()))));
    }

    /// Of the log alone.
    ///
    /// @param told of every command that was acknowledged since the log was empty, but for batches
    public List<String> ofTheLog(List<Acknowledgement> told, List<GivenUp> givenUp) {
        History history = history();
        List<Acknowledgement> known = new ArrayList<>(told);
        Set<Long> positions = told.stream().map(Acknowledgement::position).collect(Collectors.toSet());
        known.addAll(GivenUp.asTheLogSays(history, printed, givenUp, positions));
        List<String> found = new ArrayList<>(ContiguousLog.violations(places));
        found.addAll(OneKeeperAtATime.violations(history));
        found.addAll(OnePlaceOfAMark.violations(history));
        found.addAll(FeeForAChange.violations(history));
        found.addAll(NoReferenceTwice.violations(history, printed));
        found.addAll(NoReferenceTwice.violations(history, printed, known));
        found.addAll(AcknowledgedOnce.violations(withoutBatches(history), known));
        return found;
    }

    /// What a batch notes of itself is looked at where the batch is, and no application.
    private static History withoutBatches(History history) {
        return new History(history.entries().stream()
                .filter(entry -> !(entry.fact() instanceof BatchFact))
                .toList());
    }

    /// Of the read models, once they have caught up.
    ///
    /// @param query address of a query service
    public List<String> ofTheReadModels(Sender sender, String query) {
        History history = history();
        long end = places.isEmpty()
                ? EventLogReader.BEFORE_FIRST
                : places.getLast().position();
        if (!caughtUp(sender, query, end)) return List.of("the read models do not come as far as " + end);
        Map<ReadTable, List<String>> tables = new EnumMap<>(ReadTable.class);
        for (ReadTable table : ReadTable.values()) tables.put(table, archive.rows(table.sql()));
        return ReadModelsAreTheFold.violations(history, tables);
    }

    private static boolean caughtUp(Sender sender, String query, long end) {
        long until = System.nanoTime() + CATCH_UP.toNanos();
        while (System.nanoTime() - until < 0) {
            Optional<Answer> answer = sender.ask(Call.get(query + "/v1/log/position"), Role.AUDITOR);
            JsonNode projections =
                    answer.map(given -> given.body().path("projections")).orElse(null);
            if (projections != null
                    && !projections.isEmpty()
                    && projections.valueStream().allMatch(reached -> reached.asLong() >= end)) return true;
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        return false;
    }

    public long events() {
        return places.size();
    }
}
