package uk.vehicleregister.command.web;

import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import uk.vehicleregister.command.desk.Outcome;
import uk.vehicleregister.command.desk.SentRequest;
import uk.vehicleregister.command.desk.Submission;
import uk.vehicleregister.eventstore.vault.KeyedDigest;
import uk.vehicleregister.eventstore.vault.LocalKeys;
import uk.vehicleregister.kernel.access.Role;

/// Sends a row of a batch through the way in of its command, exactly as if it had been sent alone: the same form,
/// the same limits of the sender, and an idempotency key of its own, so that it takes effect once however often
/// it is sent.
@Component
public final class Rows {

    /// What came of it.
    public sealed interface Sent {

        record Answered(Outcome outcome) implements Sent {}

        /// It could not be read; nothing was looked up or counted.
        record Malformed(List<FieldFault> faults) implements Sent {}
    }

    private final KeyedDigest receipts;

    Rows(LocalKeys keys) {
        this.receipts = keys.receipts();
    }

    /// @param client pseudonym of who handed the batch in
    public Sent send(Entrance entrance, JsonNode body, String client, Role role, UUID batchId, int row) {
        String number = Integer.toString(row);
        byte[] key = receipts.of("batch-row", batchId.toString(), number);
        // A row of a batch never becomes another one.
        Submission.RequestKey request =
                new Submission.RequestKey(key, receipts.of("batch-row-request", batchId.toString(), number));
        try {
            SentRequest sent = new SentRequest(body::toString);
            return new Sent.Answered(entrance.submit(new CommandRequest(
                    body,
                    () -> new Submission(
                            client,
                            role,
                            request,
                            UUID.randomUUID(),
                            HexFormat.of().formatHex(key),
                            entrance.name(),
                            sent,
                            null))));
        } catch (InvalidRequest malformed) {
            return new Sent.Malformed(malformed.faults());
        }
    }
}
