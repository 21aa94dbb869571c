package uk.vehicleregister.query.batches;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import uk.vehicleregister.kernel.access.MayCall;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.kernel.field.Parsed;
import uk.vehicleregister.kernel.refusal.RefusalCode;
import uk.vehicleregister.query.projection.Snapshots;
import uk.vehicleregister.query.web.AnswersFrom;
import uk.vehicleregister.query.web.Callers;
import uk.vehicleregister.query.web.Fault;
import uk.vehicleregister.query.web.Faults;
import uk.vehicleregister.query.web.Page;
import uk.vehicleregister.query.web.Rules;

/// Tells how far a batch is. A dealer sees their own, a registrar any; to others it is as if there were none.
@RestController
class BatchEndpoint {

    private final Batches batches;
    private final Results results;
    private final BatchesProjection projection;
    private final Snapshots snapshots;
    private final Callers callers;
    private final Faults faults;

    BatchEndpoint(
            Batches batches,
            Results results,
            BatchesProjection projection,
            Snapshots snapshots,
            Callers callers,
            Faults faults) {
        this.batches = batches;
        this.results = results;
        this.projection = projection;
        this.snapshots = snapshots;
        this.callers = callers;
        this.faults = faults;
    }

    @GetMapping("/v1/batches/{batchId}")
    @MayCall({Role.DEALER, Role.REGISTRAR})
    @AnswersFrom(BatchesProjection.NAME)
    @Operation(
            operationId = "batch",
            summary = "How far a batch is, and what became of each of its rows, page by page",
            parameters = {
                @Parameter(name = "after", in = ParameterIn.QUERY, schema = @Schema(type = "integer")),
                @Parameter(name = "limit", in = ParameterIn.QUERY, schema = @Schema(type = "integer"))
            })
    @Nullable
    BatchAnswer tell(@PathVariable String batchId, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Page page = Page.of(request);
        Optional<BatchAnswer> answer =
                Rules.uuid(batchId) instanceof Parsed.Valid<UUID>(UUID id) ? read(id, page) : Optional.empty();
        if (answer.isEmpty()) faults.tell(Fault.of(RefusalCode.NOT_FOUND), request, response);
        return answer.orElse(null);
    }

    private Optional<BatchAnswer> read(UUID batchId, Page page) {
        String caller = callers.pseudonym();
        boolean seesAll = callers.holds(Role.REGISTRAR);
        return snapshots.read(
                projection,
                _ -> batches.findByBatchId(batchId)
                        .filter(batch -> seesAll || batch.submitter.equals(caller))
                        .map(batch -> {
                            int first = (int) page.after() + 1;
                            int last = (int) Math.min(batch.rowCount, page.after() + page.limit());
                            return BatchAnswer.of(
                                    batch,
                                    first,
                                    last,
                                    results.findByBatchIdAndNumberBetweenOrderByNumber(batchId, first, last));
                        }));
    }
}
