package uk.vehicleregister.query.positions;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.vehicleregister.eventstore.log.EventLogReader;
import uk.vehicleregister.kernel.access.MayCall;
import uk.vehicleregister.query.projection.Positions;
import uk.vehicleregister.query.projection.Projection;
import uk.vehicleregister.query.projection.Projections;

/// How far the log and each projection have come; -1 is before the first event.
@RestController
class PositionsEndpoint {

    private final EventLogReader log;
    private final Positions positions;
    private final Projections projections;

    PositionsEndpoint(EventLogReader log, Positions positions, Projections projections) {
        this.log = log;
        this.positions = positions;
        this.projections = projections;
    }

    @Schema(name = "PositionsAnswer")
    record Answer(long log, Map<String, Long> projections) {}

    @GetMapping("/v1/log/position")
    @MayCall(anybody = true)
    @Operation(operationId = "positions", summary = "How far the log and each projection have come")
    Answer position() {
        Map<String, Long> reached = positions.all();
        Map<String, Long> named = new TreeMap<>();
        for (Projection projection : projections.all())
            named.put(projection.name(), reached.getOrDefault(projection.name(), -1L));
        return new Answer(log.lastPosition(), named);
    }
}
