package uk.vehicleregister.eventstore.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.eventstore.TestDatabase;

/// Many at once, in one process and in two.
class ConcurrentAppendTest {

    private TestDatabase database;
    private EventLogWriter writer;
    private EventLogReader reader;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
        writer = new EventLogWriter(database.command());
        reader = new EventLogReader(database.command());
    }

    @AfterEach
    void close() {
        writer.close();
        database.close();
    }

    @Test
    void thirty_two_threads_on_shared_streams_give_contiguous_positions_and_versions() throws Exception {
        new SharedStreams(writer, reader).run(32, 25, append -> {});

        assertThat(WholeLog.inOrder(reader)).hasSize(32 * 25 * SharedStreams.EVENTS);
    }

    @Test
    void two_writing_processes_at_once_give_contiguous_positions_and_versions() throws Exception {
        try (WritingProcess one = WritingProcess.start(database, 8, 40);
                WritingProcess other = WritingProcess.start(database, 8, 40)) {
            Future<List<String>> linesOfOne =
                    CompletableFuture.supplyAsync(() -> one.lines().lines().toList());
            Set<String> acknowledged = other.lines().lines().collect(Collectors.toSet());
            acknowledged.addAll(linesOfOne.get());
            assertThat(one.waitFor()).isZero();
            assertThat(other.waitFor()).isZero();

            assertThat(WholeLog.inOrder(reader))
                    .hasSize(2 * 8 * 40 * SharedStreams.EVENTS)
                    .extracting(WritingProcess::line)
                    .containsExactlyInAnyOrderElementsOf(acknowledged);
        }
    }

    @Test
    void looks_come_in_by_their_own_door_while_commands_append() throws Exception {
        int looks = 400;
        try (EventLogWriter other = new EventLogWriter(database.discloser(), Door.DISCLOSURES, new LogTail(reader))) {
            CompletableFuture<Void> recorded = CompletableFuture.runAsync(() -> IntStream.range(0, looks)
                    .parallel()
                    .forEach(_ -> assertThat(other.append(Append.of(List.of(look()))))
                            .isInstanceOf(AppendOutcome.Appended.class)));
            new SharedStreams(writer, reader).run(8, 25, append -> {});
            recorded.get();
        }
        assertThat(WholeLog.inOrder(reader)).hasSize(8 * 25 * SharedStreams.EVENTS + looks);
    }

    private static NewEvent look() {
        UUID id = UUID.randomUUID();
        return new NewEvent(id, "disclosure-" + id, 0, "RecordDisclosed", "1", "{}", "{}");
    }
}
