package uk.vehicleregister.query.rebuild;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import uk.vehicleregister.kernel.access.MayCall;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.kernel.field.Parsed;
import uk.vehicleregister.kernel.refusal.RefusalCode;
import uk.vehicleregister.query.projection.Projection;
import uk.vehicleregister.query.projection.Projections;
import uk.vehicleregister.query.web.Fault;
import uk.vehicleregister.query.web.Faults;
import uk.vehicleregister.query.web.Fields;

/// Lets an operator have a projection built anew, and see how far it is.
@RestController
class RebuildEndpoint {

    private static final String UNKNOWN = "There is no projection of that name; GET /v1/log/position names them all.";
    private static final String NOT_DISPOSABLE =
            "What it writes cannot be built again from the log, as mails that were sent cannot be unsent.";
    private static final String RUNNING = "This projection is being rebuilt already. Wait until it is done.";

    private final Projections projections;
    private final Rebuilds rebuilds;
    private final Faults faults;

    RebuildEndpoint(Projections projections, Rebuilds rebuilds, Faults faults) {
        this.projections = projections;
        this.rebuilds = rebuilds;
        this.faults = faults;
    }

    /// The request, for the published description.
    @Schema(name = "RebuildQuestion")
    record Question(String name) {}

    @Schema(name = "RebuildStarted")
    record Started(String name, String state) {}

    @PostMapping("/v1/projection-rebuilds")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @MayCall(Role.OPERATOR)
    @Operation(
            operationId = "rebuild",
            summary = "Build a projection anew from the log while its old rows keep answering",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = Question.class))))
    @Nullable
    Started start(@RequestBody JsonNode body, HttpServletRequest request, HttpServletResponse response)
            throws IOException, SQLException {
        Fields fields = Fields.of(body, "name");
        Optional<String> name = fields.required("name", Parsed::valid);
        fields.end();
        Optional<Projection> projection = projections.named(name.orElseThrow());
        if (projection.isEmpty()) {
            faults.tell(Fault.of(RefusalCode.NOT_FOUND).saying(UNKNOWN), request, response);
            return null;
        }
        if (!projection.get().isDisposable()) {
            faults.tell(Fault.of(RefusalCode.CONFLICT).saying(NOT_DISPOSABLE), request, response);
            return null;
        }
        if (!rebuilds.start(projection.get())) {
            faults.tell(Fault.of(RefusalCode.CONFLICT).saying(RUNNING), request, response);
            return null;
        }
        return new Started(name.orElseThrow(), "RUNNING");
    }

    @GetMapping("/v1/projection-rebuilds")
    @MayCall(Role.OPERATOR)
    @Operation(operationId = "rebuilds", summary = "The last rebuild of each projection")
    List<Rebuilds.Status> all() {
        return rebuilds.all();
    }
}
