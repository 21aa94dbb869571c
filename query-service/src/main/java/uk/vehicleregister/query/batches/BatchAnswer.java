package uk.vehicleregister.query.batches;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.event.EventJson;
import uk.vehicleregister.kernel.event.WorkedRow.FaultyField;
import uk.vehicleregister.kernel.vehicle.Warning;

/// A batch as its dealer sees it: counts, and every row's state, code and transaction (contract.md).
///
/// @param state `RUNNING` or `ENDED`
/// @param refused rows that were refused or could not be read
/// @param next what to ask on with as `after`; absent at the end
@JsonInclude(JsonInclude.Include.NON_NULL)
record BatchAnswer(
        UUID batchId,
        String state,
        int rows,
        int done,
        int refused,
        int waiting,
        List<Result> results,
        @Nullable Integer next) {

    /// @param state `WAITING`, `DONE`, `REFUSED` or `FAULTY`
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Result(
            int row,
            @Nullable String command,
            @Nullable String registrationMark,
            String state,
            @Nullable String code,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FaultyField> errors,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Warning> warnings,
            @Nullable UUID transactionId,
            @Nullable Long position) {}

    /// @param first number of the first row of the page
    static BatchAnswer of(BatchRow batch, int first, int last, List<ResultRow> worked) {
        Map<Integer, ResultRow> byNumber = new HashMap<>();
        for (ResultRow row : worked) byNumber.put(row.number, row);
        List<Result> results = new ArrayList<>();
        for (int number = first; number <= last; number++) results.add(of(number, byNumber.get(number)));
        return new BatchAnswer(
                batch.batchId,
                batch.ended ? "ENDED" : "RUNNING",
                batch.rowCount,
                batch.done,
                batch.refused,
                batch.rowCount - batch.done - batch.refused,
                results,
                last < batch.rowCount ? last : null);
    }

    private static Result of(int number, @Nullable ResultRow row) {
        if (row == null) return new Result(number, null, null, "WAITING", null, List.of(), List.of(), null, null);
        return new Result(
                number,
                row.command,
                row.registrationMark,
                row.state.name(),
                row.code,
                List.of(EventJson.read(row.faults, FaultyField[].class)),
                List.of(EventJson.read(row.warnings, Warning[].class)),
                row.transactionId,
                row.position);
    }
}
