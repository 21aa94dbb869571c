package uk.vehicleregister.command.batch.submit;

import java.util.List;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;
import uk.vehicleregister.command.batch.submit.SubmitBatchDecider.SealedChunk;
import uk.vehicleregister.command.desk.BusinessCalendar;
import uk.vehicleregister.command.desk.Decision;
import uk.vehicleregister.command.desk.Journal;
import uk.vehicleregister.eventstore.vault.DataKey;
import uk.vehicleregister.kernel.sealing.Sealed;

@Component
final class SubmitBatchHandler {

    private final BusinessCalendar calendar;

    SubmitBatchHandler(BusinessCalendar calendar) {
        this.calendar = calendar;
    }

    /// One key for the whole batch: it may be destroyed when the batch has ended, and the rows with it.
    @CommandHandler
    Decision handle(SubmitBatch command, Journal journal) {
        UUID batchId = UUID.randomUUID();
        journal.batch(batchId);
        journal.newBatchRows(batchId);
        DataKey key = journal.newDataKey();
        List<SealedChunk> chunks = command.chunks().stream()
                .map(chunk -> new SealedChunk(chunk.firstRow(), chunk.rows(), new Sealed(key.seal(chunk.items()))))
                .toList();
        return SubmitBatchDecider.decide(batchId, journal.client(), chunks, calendar.today());
    }
}
