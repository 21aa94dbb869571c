package uk.vehicleregister.eventstore.log;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.vehicleregister.eventstore.log.Appends.to;

import java.io.BufferedReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.eventstore.TestDatabase;

/// `kill -9` of the writing process.
class KilledWriterTest {

    @Test
    void killing_the_writing_process_under_load_loses_no_acknowledged_append_and_leaves_no_partial_one()
            throws Exception {
        try (TestDatabase database = TestDatabase.fresh();
                WritingProcess process = WritingProcess.start(database, 8, 1_000_000)) {
            List<String> acknowledged = new ArrayList<>();
            BufferedReader lines = process.lines();
            while (acknowledged.size() < 900) acknowledged.add(lines.readLine());
            process.kill();
            lines.lines().filter(line -> line.length() > 40).forEach(acknowledged::add);

            EventLogReader reader = new EventLogReader(database.command());
            try (EventLogWriter next = new EventLogWriter(database.command())) {
                assertThat(next.append(to("after", 0))).isInstanceOf(AppendOutcome.Appended.class);
            }
            List<RecordedEvent> all = WholeLog.inOrder(reader);
            List<String> recorded = all.stream().map(WritingProcess::line).toList();
            String cut = acknowledged.getLast(); // the pipe may end within a line
            assertThat(recorded).containsAll(acknowledged.subList(0, acknowledged.size() - 1));
            assertThat(recorded).anyMatch(line -> line.startsWith(cut));
            List<List<RecordedEvent>> transactions = WholeLog.transactions(all);
            assertThat(transactions.subList(0, transactions.size() - 1))
                    .allSatisfy(transaction -> assertThat(transaction).hasSize(SharedStreams.EVENTS));
        }
    }
}
