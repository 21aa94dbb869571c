package uk.vehicleregister.command.batch.work;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import uk.vehicleregister.command.desk.Outcome;
import uk.vehicleregister.command.desk.RecordedTransaction;
import uk.vehicleregister.command.web.Entrance;
import uk.vehicleregister.command.web.Entrances;
import uk.vehicleregister.command.web.FieldFault;
import uk.vehicleregister.command.web.Rows;
import uk.vehicleregister.eventstore.log.LogUnavailableException;
import uk.vehicleregister.eventstore.log.OutcomeUnknownException;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.kernel.event.WorkedRow;
import uk.vehicleregister.kernel.event.WorkedRow.FaultyField;
import uk.vehicleregister.kernel.event.WorkedRow.State;
import uk.vehicleregister.kernel.refusal.RefusalCode;
import uk.vehicleregister.kernel.vehicle.Warning;

/// One row: sent through the way in of its command, in the name of whoever handed the batch in.
@Component
final class RowWork {

    private static final Logger LOG = LoggerFactory.getLogger(RowWork.class);
    private static final Set<String> COMMANDS = Set.of("disposals", "acquisitions");
    private static final Duration SOON = Duration.ofSeconds(1);

    private final Entrances entrances;
    private final Rows rows;

    RowWork(Entrances entrances, Rows rows) {
        this.entrances = entrances;
        this.rows = rows;
    }

    /// An outage of the log is thrown: the row is not to blame, and is tried again when it is over.
    RowOutcome work(UUID batchId, String submitter, Row row) {
        List<FieldFault> faults = faults(row);
        Optional<Entrance> entrance = Optional.ofNullable(row.command()).flatMap(entrances::named);
        if (!faults.isEmpty() || entrance.isEmpty()) {
            return faulty(row, faults);
        }
        try {
            return switch (rows.send(entrance.get(), row.body(), submitter, Role.DEALER, batchId, row.number())) {
                case Rows.Sent.Malformed malformed -> faulty(row, malformed.faults());
                case Rows.Sent.Answered answered -> answered(row, answered.outcome());
            };
        } catch (LogUnavailableException | OutcomeUnknownException outage) {
            throw outage;
        } catch (RuntimeException fault) {
            // Its message may quote what was sent.
            LOG.error(
                    "row {} of batch {} met a fault: {}",
                    row.number(),
                    batchId,
                    fault.getClass().getName());
            return new RowOutcome.Worked(refused(row, RefusalCode.INTERNAL_FAULT, List.of()));
        }
    }

    /// What is wrong with the row itself; its body is its command's business.
    private static List<FieldFault> faults(Row row) {
        if (!row.item().isObject()) {
            return List.of(new FieldFault("", "WRONG_TYPE", "must be a JSON object"));
        }
        List<FieldFault> faults = new ArrayList<>();
        JsonNode command = row.item().path("command");
        if (command.isMissingNode() || command.isNull()) {
            faults.add(new FieldFault("command", "REQUIRED", "is required"));
        } else if (!command.isString()) {
            faults.add(new FieldFault("command", "WRONG_TYPE", "must be a JSON string"));
        } else if (!COMMANDS.contains(command.stringValue())) {
            faults.add(new FieldFault("command", "NOT_A_KNOWN_WORD", "must be one of " + COMMANDS));
        }
        if (row.body().isMissingNode() || row.body().isNull()) {
            faults.add(new FieldFault("body", "REQUIRED", "is required"));
        } else if (!row.body().isObject()) {
            faults.add(new FieldFault("body", "WRONG_TYPE", "must be a JSON object"));
        }
        row.item().propertyNames().stream()
                .filter(name -> !name.equals("command") && !name.equals("body"))
                .forEach(name -> faults.add(new FieldFault(name, "UNKNOWN_FIELD", "is not a field of a row")));
        return faults;
    }

    private static RowOutcome answered(Row row, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done(RecordedTransaction transaction) ->
                new RowOutcome.Worked(new WorkedRow(
                        row.number(),
                        row.command(),
                        row.mark(),
                        State.DONE,
                        null,
                        List.of(),
                        List.of(),
                        transaction.transactionId(),
                        transaction.position()));
            case Outcome.LockedOut locked ->
                new RowOutcome.Later(refused(row, locked.code(), List.of()), locked.retryAfter());
            case Outcome.Refused refused
            when refused.code().status() == 409 -> new RowOutcome.Later(refused(row, refused.code(), List.of()), SOON);
            case Outcome.Refused refused -> new RowOutcome.Worked(refused(row, refused.code(), refused.warnings()));
            case Outcome.PaymentDue _, Outcome.PaymentUnknown _, Outcome.Stale _, Outcome.UnderReview _ ->
                throw new IllegalStateException("a sale cannot end in " + outcome.getClass());
        };
    }

    private static WorkedRow refused(Row row, RefusalCode code, List<Warning> warnings) {
        return new WorkedRow(
                row.number(), row.command(), row.mark(), State.REFUSED, code, List.of(), warnings, null, null);
    }

    private static RowOutcome faulty(Row row, List<FieldFault> faults) {
        String command = row.command();
        return new RowOutcome.Worked(new WorkedRow(
                row.number(),
                command != null && COMMANDS.contains(command) ? command : null,
                row.mark(),
                State.FAULTY,
                RefusalCode.INVALID_REQUEST,
                faults.stream().map(RowWork::named).toList(),
                List.of(),
                null,
                null));
    }

    /// The log keeps no names that a sender made up.
    private static FaultyField named(FieldFault fault) {
        boolean madeUp = fault.code().equals("UNKNOWN_FIELD");
        String parent = fault.field().substring(0, fault.field().lastIndexOf('.') + 1);
        return new FaultyField(madeUp ? parent + "?" : fault.field(), fault.code());
    }
}
