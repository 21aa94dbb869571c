package uk.vehicleregister.program.audit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.eventstore.log.EventLogReader;
import uk.vehicleregister.eventstore.log.RawEvent;
import uk.vehicleregister.program.Stopped;
import uk.vehicleregister.program.audit.Verification.Outcome;
import uk.vehicleregister.query.logexport.EventLines;
import uk.vehicleregister.query.seal.SealedLog;
import uk.vehicleregister.transparencylog.MalformedException;
import uk.vehicleregister.transparencylog.note.VerifierKey;
import uk.vehicleregister.transparencylog.tile.Tile;

/// A short log straight from its database, by the readers that a query service answers from, without HTTP between.
public final class DatabaseLog implements AuditedLog {

    private static final int PAGE = 1000;

    private final EventLogReader events;
    private final SealedLog sealed;

    public DatabaseLog(DataSource database) {
        events = new EventLogReader(database);
        sealed = new SealedLog(database);
    }

    /// What an audit says of it.
    ///
    /// @param position of what is wrong first, null when no position can be told or nothing is wrong
    public record Judgement(
            boolean good, long goodUpTo, @Nullable Long position, String sentence) {}

    /// As `bin/register verify --key --kept` does.
    public Judgement verify(VerifierKey key, Path kept) throws IOException {
        try {
            Outcome outcome = new Verification(this, key, kept, true).run();
            Finding wrong = outcome.verdict().wrong();
            return new Judgement(
                    outcome.good(),
                    outcome.verdict().goodUpTo(),
                    wrong == null ? null : wrong.position(),
                    wrong == null ? "good" : wrong.sentence());
        } catch (MalformedException e) {
            return new Judgement(false, -1, null, String.valueOf(e.getMessage()));
        }
    }

    @Override
    public byte[] checkpoint() {
        return sealed.note()
                .orElseThrow(() -> Stopped.refused("The log is not sealed"))
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String key() {
        return sealed.keys().orElse("").strip();
    }

    /// All read at once: it is short, and whoever alters it next waits for nobody.
    @Override
    public Feed events(long size) {
        List<Chunk> chunks = new ArrayList<>();
        long after = -1;
        while (after + 1 < size) {
            List<RawEvent> page = events.asStored(after, (int) Math.min(PAGE, size - 1 - after));
            if (page.isEmpty()) break;
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            EventLines lines = new EventLines(bytes);
            for (RawEvent event : page) if (event.position() < size) lines.write(event);
            lines.end();
            chunks.add(new Chunk(bytes.toByteArray(), bytes.size(), "events", after + 2));
            after = page.getLast().position();
        }
        Iterator<Chunk> handed = chunks.iterator();
        return () -> handed.hasNext() ? handed.next() : null;
    }

    @Override
    public byte @Nullable [] read(Tile tile) {
        return sealed.read(tile);
    }

    @Override
    public long notSealedYet(long size) {
        return Math.max(0, events.lastPosition() + 1 - size);
    }

    @Override
    public @Nullable Finding afterwards() {
        return null;
    }

    @Override
    public String name() {
        return "database";
    }

    @Override
    public void close() {}
}
