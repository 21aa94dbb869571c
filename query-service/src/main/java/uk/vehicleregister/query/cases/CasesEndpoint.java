package uk.vehicleregister.query.cases;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import uk.vehicleregister.kernel.access.MayCall;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.query.web.AnswersFrom;
import uk.vehicleregister.query.web.Fields;

/// The work list of the registrars, oldest first (contract.md). It shows who applied by a pseudonym, and nothing of the
/// sealed application.
@RestController
class CasesEndpoint {

    private static final long MOST = 500;
    private static final long USUAL = 100;

    private final Cases cases;

    CasesEndpoint(Cases cases) {
        this.cases = cases;
    }

    /// The question, for the published description. `state` is OPEN if absent; `after` is the position of the last one
    /// seen.
    @Schema(name = "CasesQuestion")
    record Question(
            CaseRow.@Nullable State state,
            @Nullable Long after,
            @Nullable Integer limit) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "CaseAnswer")
    record Answer(
            UUID caseId,
            UUID transactionId,
            String state,
            String command,
            String cause,
            String registrationMark,
            String vehicleId,
            String applicant,
            String applicantRole,
            LocalDate openedOn,
            @Nullable LocalDate decidedOn,
            @Nullable String decidedBy,
            @Nullable String reason,
            long position) {}

    @PostMapping("/v1/cases/search")
    @MayCall(Role.REGISTRAR)
    @AnswersFrom(CasesProjection.NAME)
    @Operation(
            operationId = "cases",
            summary = "Applications that wait for a registrar, or have been decided by one",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = Question.class))))
    List<Answer> search(@RequestBody JsonNode body) {
        Fields fields = Fields.of(body, "state", "after", "limit");
        CaseRow.State state = fields.optionalOneOf("state", CaseRow.State.class).orElse(CaseRow.State.OPEN);
        long after = fields.optionalWhole("after", -1, Long.MAX_VALUE).orElse(-1L);
        long limit = fields.optionalWhole("limit", 1, MOST).orElse(USUAL);
        fields.end();
        return cases.findByStateAndPositionGreaterThanOrderByPosition(state, after, Limit.of((int) limit)).stream()
                .map(CasesEndpoint::shown)
                .toList();
    }

    private static Answer shown(CaseRow row) {
        return new Answer(
                row.caseId,
                row.transactionId,
                row.state.name(),
                row.command,
                row.cause,
                row.registrationMark,
                row.vehicleId,
                row.applicant,
                row.applicantRole,
                row.openedOn,
                row.decidedOn,
                row.decidedBy,
                row.reason,
                row.position);
    }
}
