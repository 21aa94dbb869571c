package uk.vehicleregister.query.applications;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
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
import uk.vehicleregister.query.web.AnswersFrom;
import uk.vehicleregister.query.web.Faults;

/// Where an application stands, for who applied, and for registrars (contract.md). To everybody else it is unknown.
@RestController
class TransactionEndpoint {

    private final VisibleApplications applications;
    private final Faults faults;

    TransactionEndpoint(VisibleApplications applications, Faults faults) {
        this.applications = applications;
        this.faults = faults;
    }

    /// @param code why, where it was refused
    /// @param caseId the registrar's case, where there is one
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "TransactionAnswer")
    record Answer(
            UUID transactionId,
            String state,
            @Nullable String code,
            @Nullable UUID caseId,
            long position) {}

    @GetMapping("/v1/transactions/{transactionId}")
    @MayCall({Role.CITIZEN, Role.DEALER, Role.REGISTRAR, Role.AUDITOR, Role.OPERATOR, Role.TREATMENT_FACILITY})
    @AnswersFrom(ApplicationsProjection.NAME)
    @Operation(operationId = "transaction", summary = "Where an application stands")
    @Nullable
    Answer state(@PathVariable String transactionId, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Optional<ApplicationRow> found = applications.find(transactionId);
        if (found.isEmpty()) {
            faults.tell(VisibleApplications.NOT_KNOWN, request, response);
            return null;
        }
        ApplicationRow row = found.get();
        return new Answer(row.transactionId, row.state.name(), row.code, row.caseId, row.position);
    }
}
