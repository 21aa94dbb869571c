package uk.vehicleregister.command.vehicle.register;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import uk.vehicleregister.command.desk.BusinessCalendar;
import uk.vehicleregister.command.desk.CommandDesk;
import uk.vehicleregister.command.desk.Outcome;
import uk.vehicleregister.command.desk.Submission;
import uk.vehicleregister.command.web.FieldFault;
import uk.vehicleregister.command.web.ReadForm;
import uk.vehicleregister.eventstore.axon.StreamCache;
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

    private final CommandDesk desk;
    private final VehicleIds ids;
    private final StreamCache cache;
    private final EventLogReader log;
    private final SameRecord sameRecord;
    private final ImportRow form;

    ImportDesk(
            CommandDesk desk,
            VehicleIds ids,
            StreamCache cache,
            EventLogReader log,
            SameRecord sameRecord,
            BusinessCalendar calendar) {
        this.desk = desk;
        this.ids = ids;
        this.cache = cache;
        this.log = log;
        this.sameRecord = sameRecord;
        this.form = new ImportRow(calendar);
    }

    Report load(List<JsonNode> rows, Supplier<Submission> submissions) {
        List<Callable<Result>> first = new ArrayList<>();
        List<Callable<Result>> second = new ArrayList<>();
        Set<String> streams = new HashSet<>();
        for (JsonNode json : rows) {
            long line = json.path("line").asLong(0);
            ReadForm<RegisterVehicle> read = ReadForm.of(columns(json), form);
            if (read.faults().isEmpty()) {
                RegisterVehicle command = read.value();
                // Of two rows for one vehicle or one mark the earlier one wins, so the later one waits.
                boolean alone = streams.add(VehicleFact.streamOf(ids.of(command.vin())))
                        & streams.add(MarkFact.streamOf(Objects.requireNonNull(command.mark())));
                Submission submission = submissions.get();
                (alone ? first : second).add(() -> load(line, command, submission));
            } else {
                first.add(() -> rejected(line, read.faults()));
            }
        }
        cache.load(streams);
        List<Result> results = new ArrayList<>(all(first));
        for (Callable<Result> later : second) {
            results.addAll(all(List.of(later)));
        }
        results.sort(Comparator.comparingLong(Result::line));
        return new Report(log.lastPosition(), results);
    }

    private Result load(long line, RegisterVehicle command, Submission submission) {
        return switch (desk.submit(command, submission)) {
            case Outcome.Done _ -> new Result(line, Loaded.LOADED, null, null);
            case Outcome.Refused refused
            when refused.code() == RefusalCode.VIN_ALREADY_REGISTERED && sameRecord.says(command) ->
                new Result(line, Loaded.UNCHANGED, null, null);
            case Outcome.Refused refused ->
                new Result(
                        line,
                        Loaded.REJECTED,
                        refused.code().name(),
                        refused.code().title());
            case Outcome other -> throw new IllegalStateException("a bulk load cannot end in " + other.getClass());
        };
    }

    private static Result rejected(long line, List<FieldFault> faults) {
        String reason = faults.stream()
                .map(fault -> fault.field() + " " + fault.message())
                .collect(Collectors.joining("; "));
        return new Result(line, Loaded.REJECTED, RefusalCode.INVALID_REQUEST.name(), reason);
    }

    /// Side by side, so that the log's writer gathers them into few commits.
    private static List<Result> all(List<Callable<Result>> tasks) {
        List<Result> results = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Result> future : threads.invokeAll(tasks)) {
                results.add(future.get());
            }
            return results;
        } catch (ExecutionException fault) {
            if (fault.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw new IllegalStateException(fault.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while loading; send the same rows again", stopped);
        }
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
