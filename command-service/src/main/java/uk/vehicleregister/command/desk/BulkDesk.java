package uk.vehicleregister.command.desk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.axonframework.eventhandling.DomainEventMessage;
import uk.vehicleregister.eventstore.axon.CachedStream;
import uk.vehicleregister.eventstore.axon.PendingAppend;
import uk.vehicleregister.eventstore.axon.PostgresEventStorageEngine;
import uk.vehicleregister.eventstore.log.Append;
import uk.vehicleregister.eventstore.log.AppendOutcome;
import uk.vehicleregister.eventstore.log.EventLogWriter;

/// Takes in many commands of a bulk load at once: what they read comes in one query, they are decided one after the
/// other by the same handlers, and go into the log side by side, each all or nothing by itself. Axon's command bus
/// would cost each of them more than its decision does.
public final class BulkDesk {

    /// @param decide as the handler does it
    public record Entry(Function<Journal, Decision> decide, Submission submission) {}

    private final LogAccess log;
    private final PostgresEventStorageEngine engine;
    private final EventLogWriter writer;

    BulkDesk(LogAccess log, PostgresEventStorageEngine engine, EventLogWriter writer) {
        this.log = log;
        this.engine = engine;
        this.writer = writer;
    }

    /// Answers in the order of the entries, once all are durable. One that is `Stale` was not recorded: it leaned on a
    /// stream that moved meanwhile, and has to be submitted by itself.
    ///
    /// @param streams that the entries read; no two of them the same ones
    public List<Outcome> submit(List<Entry> entries, Collection<String> streams) {
        Map<String, CachedStream> read = log.cache().readPast(streams);
        List<Journal> journals = new ArrayList<>(entries.size());
        List<PendingAppend> pending = new ArrayList<>(entries.size());
        List<Append> appends = new ArrayList<>(entries.size());
        for (Entry entry : entries) {
            List<DomainEventMessage<?>> events = new ArrayList<>();
            Journal journal = new Journal(
                    entry.submission(), new Payment.None(), log.gathering(read, new WayToLog.Gathered(events)));
            PendingAppend of = PendingAppend.apart();
            journal.record(entry.decide().apply(journal), of);
            journals.add(journal);
            pending.add(of);
            appends.add(engine.prepared(of, events));
        }
        List<AppendOutcome> appended = writer.appendAll(appends);
        List<Outcome> outcomes = new ArrayList<>(entries.size());
        for (int i = 0; i < journals.size(); i++) {
            pending.get(i).end(appended.get(i));
            outcomes.add(journals.get(i).outcome());
        }
        return outcomes;
    }
}
