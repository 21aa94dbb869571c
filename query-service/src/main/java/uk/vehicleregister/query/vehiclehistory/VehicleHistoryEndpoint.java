package uk.vehicleregister.query.vehiclehistory;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import uk.vehicleregister.kernel.access.MayCall;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.kernel.disclosure.DisclosureKind;
import uk.vehicleregister.kernel.refusal.RefusalCode;
import uk.vehicleregister.query.audit.AuditedEvent;
import uk.vehicleregister.query.disclosure.Discloses;
import uk.vehicleregister.query.disclosure.Disclosures;
import uk.vehicleregister.query.proof.Proof;
import uk.vehicleregister.query.web.AnswersFrom;
import uk.vehicleregister.query.web.Fault;
import uk.vehicleregister.query.web.Faults;

/// A vehicle as it was on a date, as known at a time, and its events in order (contract.md).
@RestController
class VehicleHistoryEndpoint {

    static final String NOT_KNOWN = "No such vehicle was on the register on that date, as known at that time."
            + " Check the mark or id, or ask for a later date.";

    private final VehicleHistories histories;
    private final Disclosures disclosures;
    private final Faults faults;

    VehicleHistoryEndpoint(VehicleHistories histories, Disclosures disclosures, Faults faults) {
        this.histories = histories;
        this.disclosures = disclosures;
        this.faults = faults;
    }

    /// The question, for the published description: exactly one of the first two; with `proof`, the events that
    /// support the answer come along, and the proof that they are in the log.
    @Schema(name = "VehicleHistoryQuestion")
    record Question(
            @Nullable String registrationMark,
            @Nullable String vehicleId,
            @Nullable LocalDate effectiveAt,
            @Nullable Instant recordedAt,
            @Nullable Boolean proof) {}

    @Schema(name = "VehicleHistoryAnswer")
    record Answer(
            String vehicleId,
            VehicleState state,
            List<AuditedEvent> events,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Proof proof) {

        Answer with(Proof proof) {
            return new Answer(vehicleId, state, events, proof);
        }
    }

    @PostMapping("/v1/vehicle-history")
    @MayCall(Role.AUDITOR)
    @Discloses(DisclosureKind.VEHICLE_HISTORY)
    @AnswersFrom(VehicleHistoryProjection.NAME)
    @Operation(
            operationId = "vehicleHistory",
            summary = "The vehicle as it was on a date, as known at a time, and its events",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = Question.class))))
    @Nullable
    Answer ask(@RequestBody JsonNode body, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        VehicleQuestion question = VehicleQuestion.of(body);
        Optional<Answer> answer = histories.vehicle(question);
        if (answer.isEmpty()) faults.tell(Fault.of(RefusalCode.NOT_FOUND).saying(NOT_KNOWN), request, response);
        answer.ifPresent(found -> disclosures.record(question.asked(), question.about(found.vehicleId())));
        return answer.orElse(null);
    }
}
