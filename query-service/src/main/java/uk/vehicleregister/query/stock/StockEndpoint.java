package uk.vehicleregister.query.stock;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import uk.vehicleregister.kernel.access.MayCall;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.kernel.event.VehicleFact;
import uk.vehicleregister.kernel.vehicle.VehicleId;
import uk.vehicleregister.query.audit.AuditTrail;
import uk.vehicleregister.query.projection.Snapshots;
import uk.vehicleregister.query.web.AnswersFrom;
import uk.vehicleregister.query.web.Callers;
import uk.vehicleregister.query.web.Fields;
import uk.vehicleregister.query.web.Page;

/// A dealer looks at their own stock, oldest disposal first. Nobody sees another's.
@RestController
class StockEndpoint {

    private record Rows(long position, List<StockRow> inStock) {}

    private final StockRows stock;
    private final StockProjection projection;
    private final Snapshots snapshots;
    private final AuditTrail trail;
    private final Callers callers;

    StockEndpoint(StockRows stock, StockProjection projection, Snapshots snapshots, AuditTrail trail, Callers callers) {
        this.stock = stock;
        this.projection = projection;
        this.snapshots = snapshots;
        this.trail = trail;
        this.callers = callers;
    }

    /// The question, for the published description.
    @Schema(name = "StockQuestion")
    record Question(@Nullable Long after, @Nullable Integer limit) {}

    /// @param next what to ask on with as `after`; absent at the end
    @Schema(name = "StockAnswer")
    record Answer(
            List<StockedVehicle> vehicles,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Long next) {}

    @PostMapping("/v1/stock/search")
    @MayCall(Role.DEALER)
    @AnswersFrom(StockProjection.NAME)
    @Operation(
            operationId = "stock",
            summary = "The vehicles the calling dealer has in stock, page by page, oldest disposal first",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = Question.class))))
    Answer search(@RequestBody JsonNode body) {
        Fields fields = Fields.of(body, "after", "limit");
        Page page = Page.of(fields);
        fields.end();

        String dealer = callers.pseudonym();
        Rows rows = snapshots.read(
                projection,
                position -> new Rows(position, stock.inStock(dealer, page.after(), Limit.of(page.limit()))));
        Map<String, List<AuditTrail.Entry>> events = trail.upTo(
                rows.position(),
                rows.inStock().stream().map(StockEndpoint::stream).toList());
        return new Answer(
                rows.inStock().stream()
                        .map(row -> StockedVehicle.of(row, facts(events, row)))
                        .toList(),
                rows.inStock().size() < page.limit() ? null : rows.inStock().getLast().disposedAt);
    }

    private static List<VehicleFact> facts(Map<String, List<AuditTrail.Entry>> events, StockRow row) {
        return Objects.requireNonNull(events.get(stream(row))).stream()
                .map(entry -> (VehicleFact) entry.fact())
                .toList();
    }

    private static String stream(StockRow row) {
        return VehicleFact.streamOf(new VehicleId(row.vehicleId));
    }
}
