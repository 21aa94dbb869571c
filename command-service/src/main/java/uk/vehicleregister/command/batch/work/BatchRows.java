package uk.vehicleregister.command.batch.work;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.vehicleregister.eventstore.log.EventLogReader;
import uk.vehicleregister.eventstore.log.RecordedEvent;
import uk.vehicleregister.eventstore.vault.Opened;
import uk.vehicleregister.eventstore.vault.Vault;
import uk.vehicleregister.kernel.event.BatchFact;
import uk.vehicleregister.kernel.event.BatchRowsReceived;
import uk.vehicleregister.kernel.event.BatchSubmitted;
import uk.vehicleregister.kernel.event.EventCatalogue;
import uk.vehicleregister.kernel.event.EventJson;

/// The rows of a batch as the log holds them, one piece at a time: a whole batch may be larger than there is room for.
@Component
final class BatchRows {

    private static final Set<String> PIECES = Set.of(EventCatalogue.nameOf(BatchRowsReceived.class));
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// @param position of the event that began it; its pieces follow right behind
    record Submitted(long position, BatchSubmitted fact) {}

    record Piece(long position, int lastRow, List<Row> rows) {}

    private final EventLogReader log;
    private final Vault vault;

    BatchRows(EventLogReader log, Vault vault) {
        this.log = log;
        this.vault = vault;
    }

    Submitted submitted(UUID batchId) {
        RecordedEvent first = log.stream(BatchFact.streamOf(batchId), 0).getFirst();
        return new Submitted(
                first.position(), (BatchSubmitted) EventJson.readFact(first.type(), first.revision(), first.payload()));
    }

    Piece after(long position) {
        RecordedEvent event = log.ofTypes(position, PIECES, 1).events().getFirst();
        BatchRowsReceived received =
                (BatchRowsReceived) EventJson.readFact(event.type(), event.revision(), event.payload());
        return switch (vault.open(received.items().text())) {
            case Opened.Plain plain ->
                new Piece(
                        event.position(),
                        received.firstRow() + received.rows() - 1,
                        rows(received.firstRow(), JSON.readTree(plain.text())));
            case Opened.Erased _ ->
                throw new IllegalStateException("the key of batch " + received.batchId() + " is gone before its end");
        };
    }

    private static List<Row> rows(int first, JsonNode items) {
        List<Row> rows = new ArrayList<>(items.size());
        for (JsonNode item : items) rows.add(new Row(first + rows.size(), item));
        return rows;
    }
}
