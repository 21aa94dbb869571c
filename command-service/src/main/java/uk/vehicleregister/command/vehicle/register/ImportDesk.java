package uk.vehicleregister.command.vehicle.register;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import uk.vehicleregister.command.desk.BulkDesk;
import uk.vehicleregister.command.desk.BusinessCalendar;
import uk.vehicleregister.command.desk.CommandDesk;
import uk.vehicleregister.command.desk.Outcome;
import uk.vehicleregister.command.desk.Submission;
import uk.vehicleregister.command.web.FieldFault;
import uk.vehicleregister.command.web.ReadForm;
import uk.vehicleregister.eventstore.log.EventLogReader;
import uk.vehicleregister.kernel.event.MarkFact;
import uk.vehicleregister.kernel.event.VehicleFact;
import uk.vehicleregister.kernel.field.Ascii;
import uk.vehicleregister.kernel.refusal.RefusalCode;

/// Loads rows of older records through the same rules and events as a first registration, many at a time.
@Component
final class ImportDesk {

    static final int MOST_ROWS = 1_000;

    enum Loaded {
        LOADED,
        UNCHANGED,
        REJECTED
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Result(
            long line,
            Loaded outcome,
            @Nullable String code,
            @Nullable String reason) {}

    record Report(long position, List<Result> results) {}

    private record Row(long line, RegisterVehicle command, Submission submission) {}

    private final CommandDesk desk;
    private final VehicleIds ids;
    private final BulkDesk bulk;
    private final RegisterVehicleHandler handler;
    private final EventLogReader log;
    private final SameRecord sameRecord;
    private final ImportRow form;

    ImportDesk(
            CommandDesk desk,
            VehicleIds ids,
            BulkDesk bulk,
            RegisterVehicleHandler handler,
            EventLogReader log,
            SameRecord sameRecord,
            BusinessCalendar calendar) {
        this.desk = desk;
        this.ids = ids;
        this.bulk = bulk;
        this.handler = handler;
        this.log = log;
        this.sameRecord = sameRecord;
        this.form = new ImportRow(calendar);
    }

    Report load(List<JsonNode> rows, Supplier<Submission> submissions) {
        List<Result> results = new ArrayList<>(rows.size());
        List<Row> together = new ArrayList<>(rows.size());
        List<Row> afterwards = new ArrayList<>();
        Set<String> streams = new HashSet<>();
        for (JsonNode json : rows) {
            long line = json.path("line").asLong(0);
            ReadForm<RegisterVehicle> read = ReadForm.of(columns(json), form);
            if (!read.faults().isEmpty()) {
                results.add(rejected(line, read.faults()));
                continue;
            }
            Row row = new Row(line, read.value(), submissions.get());
            // Of two rows for one vehicle or one mark the earlier one wins, so the later one waits.
            boolean isFirst =
                    streams.add(VehicleFact.streamOf(ids.of(row.command().vin())))
                            & streams.add(MarkFact.streamOf(
                                    Objects.requireNonNull(row.command().mark())));
            (isFirst ? together : afterwards).add(row);
        }
        results.addAll(load(together, streams));
        afterwards.forEach(row -> results.add(loadAlone(row)));
        results.sort(Comparator.comparingLong(Result::line));
        return new Report(log.lastPosition(), results);
    }

    private List<Result> load(List<Row> rows, Set<String> streams) {
        List<Outcome> outcomes = bulk.submit(
                rows.stream()
                        .map(row ->
                                new BulkDesk.Entry(journal -> handler.handle(row.command(), journal), row.submission()))
                        .toList(),
                streams);
        sameRecord.lookUp(IntStream.range(0, rows.size())
                .filter(i -> isKnown(outcomes.get(i)))
                .mapToObj(i -> rows.get(i).command())
                .toList());
        List<Result> results = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++)
            results.add(
                    outcomes.get(i) instanceof Outcome.Stale
                            ? loadAlone(rows.get(i))
                            : result(rows.get(i), outcomes.get(i)));
        return results;
    }

    private Result loadAlone(Row row) {
        return result(row, desk.submit(row.command(), row.submission()));
    }

    private Result result(Row row, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done _ -> new Result(row.line(), Loaded.LOADED, null, null);
            case Outcome.Refused _
            when isKnown(outcome) && sameRecord.says(row.command()) ->
                new Result(row.line(), Loaded.UNCHANGED, null, null);
            case Outcome.Refused refused ->
                new Result(
                        row.line(),
                        Loaded.REJECTED,
                        refused.code().name(),
                        refused.code().title());
            case Outcome other -> throw new IllegalStateException("a bulk load cannot end in " + other.getClass());
        };
    }

    private static boolean isKnown(Outcome outcome) {
        return outcome instanceof Outcome.Refused refused && refused.code() == RefusalCode.VIN_ALREADY_REGISTERED;
    }

    private static Result rejected(long line, List<FieldFault> faults) {
        String reason = faults.stream()
                .map(fault -> fault.field() + " " + fault.message())
                .collect(Collectors.joining("; "));
        return new Result(line, Loaded.REJECTED, RefusalCode.INVALID_REQUEST.name(), reason);
    }

    /// An empty cell means that there is nothing to tell.
    private static ObjectNode columns(JsonNode row) {
        ObjectNode filled = JsonNodeFactory.instance.objectNode();
        row.properties().forEach(cell -> {
            boolean isLine = cell.getKey().equals("line");
            boolean isBlank = cell.getValue().isString()
                    && Ascii.trim(cell.getValue().stringValue()).isEmpty();
            if (!isLine && !isBlank) {
                filled.set(cell.getKey(), cell.getValue());
            }
        });
        return filled;
    }
}
