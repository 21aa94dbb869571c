package uk.vehicleregister.benchmarks.bench;

import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import uk.vehicleregister.eventstore.log.EventLogReader;
import uk.vehicleregister.eventstore.log.RecordedEvent;
import uk.vehicleregister.kernel.event.EventJson;

/// T5: the log from its beginning, read by the reader that everything uses and decoded to facts. Floor F beside it: the
/// same rows by COPY, and by bare pages of keys.
final class Replay implements Measurement {

    private static final String OURS = "read and decoded";
    private static final String PAGES = "bare pages";
    private static final int PAGE = 5_000;
    private static final int MOST = 400_000;

    @Override
    public Set<Goal> goals() {
        return EnumSet.of(Goal.T5);
    }

    @Override
    public List<Result> measure(Stage stage) throws Exception {
        stage.runOnly(Set.of());
        DataSource log = stage.as(stage.cluster().database().command());
        EventLogReader reader = new EventLogReader(log);
        long last = Math.min(MOST, reader.lastPosition());
        List<Round> rounds = new ArrayList<>();
        try (Connection connection = log.getConnection()) {
            replay(reader, last);
            for (int i = 1; i <= stage.form().rounds(); i++) {
                double before = copied(connection, last);
                double ours = replay(reader, last);
                double pages = pages(connection, last);
                double after = copied(connection, last);
                rounds.add(new Round(before, Map.of(OURS, ours, PAGES, pages), after));
                stage.tell(Figures.line("replay, round " + i, rounds.getLast()));
            }
        }
        Rounds all = new Rounds(rounds);
        String figures = "floor F: COPY %s/s, pages of 5,000 %s/s; ratio to COPY %.2fx"
                .formatted(
                        Figures.whole(all.floor().median()),
                        Figures.whole(all.figure(PAGES).median()),
                        all.toFloor(OURS).median());
        return List.of(Result.of(Goal.T5, all, all.figure(OURS), figures));
    }

    private static double replay(EventLogReader reader, long last) {
        long began = System.nanoTime();
        long events = 0;
        for (long position = -1; position < last; ) {
            List<RecordedEvent> page = reader.after(position, PAGE);
            for (RecordedEvent event : page) {
                EventJson.readFact(event.type(), event.revision(), event.payload());
                events++;
            }
            position = page.getLast().position();
        }
        return perSecond(events, began);
    }

    private static double copied(Connection connection, long last) throws Exception {
        long began = System.nanoTime();
        long rows = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut(
                        "copy (select * from log.event where position <= " + last + ") to stdout (format binary)",
                        OutputStream.nullOutputStream());
        return perSecond(rows, began);
    }

    private static double pages(Connection connection, long last) throws SQLException {
        long began = System.nanoTime();
        long events = 0;
        try (PreparedStatement select = Floors.prepared(
                connection,
                "select position, stream, version, type, revision, recorded_at, event_id, payload, metadata"
                        + " from log.event where position > ? order by position limit " + PAGE)) {
            for (long position = -1; position < last; ) {
                select.setLong(1, position);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        position = row.getLong(1);
                        row.getString(8);
                        events++;
                    }
                }
            }
        }
        return perSecond(events, began);
    }

    private static double perSecond(long events, long began) {
        return events / ((System.nanoTime() - began) / 1e9);
    }
}
