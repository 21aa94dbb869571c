package uk.vehicleregister.program.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import uk.vehicleregister.eventstore.TestDatabase;
import uk.vehicleregister.eventstore.log.Append;
import uk.vehicleregister.eventstore.log.EventLogReader;
import uk.vehicleregister.eventstore.log.EventLogWriter;
import uk.vehicleregister.eventstore.log.NewEvent;
import uk.vehicleregister.program.Ran;
import uk.vehicleregister.program.Stopped;
import uk.vehicleregister.program.load.Progress;
import uk.vehicleregister.transparencylog.leaf.EventLeaf;
import uk.vehicleregister.transparencylog.note.Checkpoint;
import uk.vehicleregister.transparencylog.note.SignedNote;
import uk.vehicleregister.transparencylog.note.VerifierKey;

class RestoreTest {

    private static final VerifierKey KEY = MadeLog.KEY.verifier();

    @TempDir
    private Path directory;

    private final TestDatabase database = TestDatabase.fresh();
    private final MadeLog log = MadeLog.of(700);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void an_empty_register_then_has_the_same_positions_the_same_events_and_the_same_root() throws Exception {
        Checkpoint checkpoint = restore(archive(log), KEY);

        assertThat(checkpoint.size()).isEqualTo(700);
        DatabaseLog restored = new DatabaseLog(database.query());
        assertThat(restored.verify(KEY, directory.resolve("later")).goodUpTo()).isEqualTo(699);
        assertThat(restored.checkpoint()).isEqualTo(log.note);
        assertThat(restored.key()).isEqualTo(log.key());
        Feed feed = restored.events(700);
        Chunk chunk = feed.next();
        assertThat(chunk).isNotNull();
        assertThat(new String(chunk.bytes(), 0, chunk.length(), StandardCharsets.UTF_8))
                .isEqualTo(log.lines());
        assertThat(feed.next()).isNull();
    }

    @Test
    void what_comes_next_goes_on_from_there() throws Exception {
        restore(archive(log), KEY);

        try (EventLogWriter writer = new EventLogWriter(database.command())) {
            writer.append(Append.of(List.of(new NewEvent(UUID.randomUUID(), "vehicle-new", 0, "X", "1", "{}", "{}"))));
        }
        assertThat(new EventLogReader(database.query()).lastPosition()).isEqualTo(700);
    }

    @Test
    void texts_that_mean_something_to_a_database_come_through_as_they_are() throws Exception {
        List<String> odd =
                List.of("\\N", "\\.", "a\tb", "a\nb", "a\r\nb", "\\", "\\n", "\u2028", "'; drop table x; --");
        for (int i = 0; i < odd.size(); i++) {
            String payload = "{ \"x\" :\t\"" + odd.get(i).replaceAll("[\\\\\t\r\n]", "\\\\u005c") + "\" }\n";
            log.events.set(i, changed(log.get(i), odd.get(i) + i, 0, payload));
        }
        log.seal();

        restore(archive(log), KEY);

        assertThat(new EventLogReader(database.query()).asStored(-1, odd.size()))
                .extracting(event -> event.stream().replaceAll("[0-9]$", ""))
                .isEqualTo(odd);
    }

    @Test
    void a_log_that_is_not_empty_is_left_as_it_is() throws Exception {
        try (EventLogWriter writer = new EventLogWriter(database.command())) {
            writer.append(Append.of(List.of(new NewEvent(UUID.randomUUID(), "vehicle-old", 0, "X", "1", "{}", "{}"))));
        }

        assertRefused(archive(log), KEY, "is not empty");
        assertThat(new EventLogReader(database.query()).lastPosition()).isZero();
        ArchiveLog open = ArchiveLog.open(directory.resolve("register.zip"));
        try (open) { // also when something was appended since it was looked at
            Checkpoint checkpoint = Checkpoint.parse(SignedNote.parse(log.note).text());
            assertThatThrownBy(() -> LogLoad.load(open, checkpoint, database.owner()))
                    .isInstanceOf(Stopped.class)
                    .hasMessageContaining("is not empty");
        }
        assertThat(new EventLogReader(database.query()).lastPosition()).isZero();
    }

    @Test
    void a_login_that_may_not_bring_the_schema_up_to_date_is_told_so() throws Exception {
        PGSimpleDataSource other = new PGSimpleDataSource();
        other.setUrl(database.url());
        other.setUser(database.sealerUser());
        other.setPassword(database.sealerPassword());
        Path archive = archive(log);
        assertThatThrownBy(() -> RestoreCommand.restore(archive, KEY, directory.resolve("none"), other))
                .isInstanceOf(Stopped.class)
                .hasMessageContaining("schema cannot be made")
                .hasMessageContaining("42501");
    }

    @Test
    void an_archive_that_is_not_good_loads_nothing() throws Exception {
        byte[] note = log.note;
        log.events.set(400, MadeLog.event(400, false, new Random(7)));
        log.note = note;
        assertRefused(archive(log), KEY, "position 400: event: is not the one that was signed");

        Path cut = directory.resolve("cut.zip");
        byte[] whole = Files.readAllBytes(archive(MadeLog.of(700)));
        for (int length : new int[] {0, 100, whole.length / 2, whole.length - 1}) {
            Files.write(cut, Arrays.copyOf(whole, length));
            assertRefused(cut, KEY, "is no zip file, or was cut off");
        }
    }

    @Test
    void a_key_that_only_comes_with_the_archive_is_not_believed_and_one_kept_is() throws Exception {
        assertRefused(archive(log), null, "Give the log's key with --key");

        Kept.write(directory.resolve("kept"), KEY, log.note);
        assertThat(restore(archive(log), null).size()).isEqualTo(700);
    }

    @Test
    void an_archive_older_than_what_was_kept_is_refused() throws Exception {
        MadeLog later = MadeLog.of(900);
        Kept.write(directory.resolve("kept"), KEY, later.note);

        assertRefused(archive(log), KEY, "was taken back: it is of 700 events, and 900 were signed before");
    }

    @Test
    void what_the_database_would_not_take_loads_nothing() throws Exception {
        log.events.set(650, changed(log.get(650), "vehicle-x", 0, "no json"));
        assertRefused(archive(log.seal()), KEY, "The database does not take the log (SQL state 22P02)");
    }

    @Test
    void what_the_database_alters_on_the_way_in_loads_nothing() throws Exception {
        try (Connection connection = database.owner().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create function log.other() returns trigger language plpgsql as $$ begin"
                    + " if new.position = 5 then new.payload := '{}'; end if; return new; end $$");
            statement.execute(
                    "create trigger other before insert on log.event for each row execute function log.other()");
        }

        assertRefused(archive(log), KEY, "What the database holds is not what was signed");
    }

    @Test
    void some_events_of_a_log_are_no_log() throws Exception {
        Path file = directory.resolve("some.zip");
        SelectionWriter.write(log, log.events(700), log.note, Selection.vehicle("x"), file, new Progress.None());

        assertRefused(file, KEY, "Only a whole one can be restored");
    }

    @Test
    void the_database_and_its_owner_must_be_named() {
        assertThat(Ran.command("restore", "register.zip").err()).contains("REGISTER_DATABASE_URL is not set");
        assertThatThrownBy(() -> RestoreCommand.owner(Map.of("REGISTER_DATABASE_URL", database.url())))
                .hasMessageContaining("REGISTER_DATABASE_OWNER_USER is not set");
    }

    @Test
    void a_database_that_is_not_there_is_no_refusal() throws Exception {
        PGSimpleDataSource nowhere = new PGSimpleDataSource();
        nowhere.setUrl("jdbc:postgresql://127.0.0.1:1/register");
        Path file = archive(log);

        assertUnreachable(
                () -> RestoreCommand.restore(file, KEY, directory.resolve("kept"), nowhere),
                "The database cannot be reached or used as its owner (SQL state 08001)");
    }

    @Test
    void when_the_answer_to_the_commit_is_lost_nobody_claims_to_know() throws Exception {
        Checkpoint checkpoint = Checkpoint.parse(SignedNote.parse(log.note).text());
        try (ArchiveLog open = ArchiveLog.open(archive(log))) {
            assertUnreachable(
                    () -> LogLoad.load(open, checkpoint, losesTheAnswerToACommit()),
                    "Whether the log is loaded is not known");
        }
        assertThat(new EventLogReader(database.query()).lastPosition()).isEqualTo(699);
        assertRefused(archive(log), KEY, "is not empty");
    }

    private static void assertUnreachable(ThrowingCallable restoring, String words) {
        assertThatThrownBy(restoring).isInstanceOfSatisfying(Stopped.class, stopped -> {
            assertThat(stopped.exitCode()).isEqualTo(3);
            assertThat(stopped.words()).contains(words);
        });
    }

    /// The server commits, and the line is cut before it says so.
    private DataSource losesTheAnswerToACommit() {
        return proxy(
                DataSource.class,
                database.owner(),
                (_, given) -> given instanceof Connection connection
                        ? proxy(Connection.class, connection, RestoreTest::lost)
                        : given);
    }

    private static @Nullable Object lost(Method method, @Nullable Object given) throws SQLException {
        if (method.getName().equals("commit")) throw new SQLException("the line is cut", "08006");
        return given;
    }

    private interface Afterwards {
        @Nullable
        Object of(Method method, @Nullable Object given) throws SQLException;
    }

    private static <T> T proxy(Class<T> type, T real, Afterwards afterwards) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (_, method, with) -> {
            try {
                return afterwards.of(method, method.invoke(real, with));
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }

    private Path archive(MadeLog made) throws IOException {
        Path file = directory.resolve("register.zip");
        Files.deleteIfExists(file);
        ArchiveWriter.write(made, made.note, file, new Progress.None());
        return file;
    }

    private Checkpoint restore(Path archive, @Nullable VerifierKey key) {
        return RestoreCommand.restore(archive, key, directory.resolve("kept"), database.owner());
    }

    private void assertRefused(Path archive, @Nullable VerifierKey key, String words) {
        long before = new EventLogReader(database.query()).lastPosition();
        assertThatThrownBy(() -> restore(archive, key))
                .isInstanceOf(Stopped.class)
                .hasMessageContaining(words);
        assertThat(new EventLogReader(database.query()).lastPosition()).isEqualTo(before);
    }

    private static EventLeaf changed(EventLeaf event, String stream, long version, String payload) {
        return new EventLeaf(
                event.position(),
                event.eventId(),
                stream,
                version,
                event.type(),
                event.revision(),
                event.recordedAtMicros(),
                event.endsTransaction(),
                payload.getBytes(StandardCharsets.UTF_8),
                event.metadata());
    }
}
