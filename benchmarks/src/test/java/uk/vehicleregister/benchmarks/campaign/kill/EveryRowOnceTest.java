package uk.vehicleregister.benchmarks.campaign.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.kernel.event.BatchEnded;
import uk.vehicleregister.kernel.event.BatchRowsWorked;
import uk.vehicleregister.kernel.event.DisposedToTrade;
import uk.vehicleregister.kernel.event.Fact;
import uk.vehicleregister.kernel.event.WorkedRow;
import uk.vehicleregister.kernel.event.WorkedRow.State;
import uk.vehicleregister.kernel.refusal.RefusalCode;
import uk.vehicleregister.program.invariants.check.Acknowledgement;
import uk.vehicleregister.program.invariants.check.History;
import uk.vehicleregister.program.invariants.check.History.Entry;

class EveryRowOnceTest {

    private static final UUID BATCH = new UUID(0, 7);
    private static final LocalDate DAY = LocalDate.of(2026, 7, 1);

    private final List<Entry> entries = new ArrayList<>();

    @Test
    void every_row_done_and_told_of_once() {
        worked(done(1, 100), done(2, 104));
        worked(done(3, 108));
        ended();

        assertThat(EveryRowOnce.violations(new History(entries), BATCH, 3)).isEmpty();
        assertThat(EveryRowOnce.told(new History(entries), BATCH, DisposedToTrade.class, List.of("a", "b", "c")))
                .extracting(Acknowledgement::reference)
                .containsExactly("a", "b", "c");
    }

    @Test
    void a_row_that_is_forgotten() {
        worked(done(1, 100));
        ended();
        finds("row 2 is told of 0 times");
    }

    @Test
    void a_row_that_is_told_of_twice() {
        worked(done(1, 100), done(2, 104));
        worked(done(2, 108));
        ended();
        finds("row 2 is told of 2 times");
    }

    @Test
    void a_row_that_is_refused() {
        worked(done(1, 100), row(2, State.REFUSED, RefusalCode.NO_KEEPER, null));
        ended();
        finds("row 2 is REFUSED NO_KEEPER");
    }

    @Test
    void a_batch_that_ends_twice() {
        worked(done(1, 100), done(2, 104));
        ended();
        ended();
        finds("the batch ended 2 times");
    }

    private void finds(String violation) {
        assertThat(EveryRowOnce.violations(new History(entries), BATCH, 2)).containsExactly(violation);
    }

    private static WorkedRow done(int row, long position) {
        return row(row, State.DONE, null, position);
    }

    private static WorkedRow row(int row, State state, RefusalCode code, Long position) {
        UUID transaction = position == null ? null : new UUID(1, position);
        return new WorkedRow(row, "disposals", null, state, code, List.of(), List.of(), transaction, position);
    }

    private void worked(WorkedRow... rows) {
        add(new BatchRowsWorked(BATCH, List.of(rows), DAY));
    }

    private void ended() {
        add(new BatchEnded(BATCH, 0, 0, DAY));
    }

    private void add(Fact fact) {
        entries.add(new Entry(entries.size(), new UUID(2, entries.size()), true, false, fact));
    }
}
