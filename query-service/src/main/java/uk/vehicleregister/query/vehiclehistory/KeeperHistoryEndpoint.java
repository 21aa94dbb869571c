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
import java.util.UUID;
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

/// Who kept a vehicle, one keepership after the other, on a date and as known at a time. Nobody is named: a keeper is
/// the key their details are sealed under, as in the vehicle history, and one that was destroyed is told as erased.
@RestController
class KeeperHistoryEndpoint {

    private final VehicleHistories histories;
    private final Disclosures disclosures;
    private final Faults faults;

    KeeperHistoryEndpoint(VehicleHistories histories, Disclosures disclosures, Faults faults) {
        this.histories = histories;
        this.disclosures = disclosures;
        this.faults = faults;
    }

    /// @param position the event that began it
    /// @param id the key their details are sealed under; absent where a vehicle came onto the register in the trade
    /// @param to the day it ended, which belongs to the next; absent while it lasts. `from` again for one of no day
    /// @param knownSince when these dates came to be known
    /// @param erased true when they have been forgotten; else left out
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Keepership(
            long position,
            String type,
            @Nullable UUID id,
            LocalDate from,
            @JsonInclude @Nullable LocalDate to,
            Instant knownSince,
            @Nullable Boolean erased) {}

    enum Kind {
        CORRECTED,
        REVERSED
    }

    /// What a registrar said of a keepership that was told wrongly.
    ///
    /// @param position the correction
    /// @param corrects the event that began the keepership
    /// @param from since when it was, after a correction; absent when it never was
    /// @param id whose it was, where that was corrected
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "KeepershipCorrection")
    record Correction(
            long position,
            long corrects,
            Kind kind,
            Instant recordedAt,
            @Nullable LocalDate from,
            @Nullable UUID id) {}

    @Schema(name = "KeeperHistoryAnswer")
    record Answer(
            String vehicleId,
            List<Keepership> keeperships,
            List<Correction> corrections,
            List<AuditedEvent> events,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Proof proof) {

        Answer with(Proof proof) {
            return new Answer(vehicleId, keeperships, corrections, events, proof);
        }
    }

    @PostMapping("/v1/keeper-history")
    @MayCall(Role.AUDITOR)
    @Discloses(DisclosureKind.KEEPER_HISTORY)
    @AnswersFrom(VehicleHistoryProjection.NAME)
    @Operation(
            operationId = "keeperHistory",
            summary = "Who kept the vehicle until a date, as known at a time, with what was corrected",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(schema = @Schema(implementation = VehicleHistoryEndpoint.Question.class))))
    @Nullable
    Answer ask(@RequestBody JsonNode body, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        VehicleQuestion question = VehicleQuestion.of(body);
        Optional<Answer> answer = histories.keepers(question);
        if (answer.isEmpty())
            faults.tell(Fault.of(RefusalCode.NOT_FOUND).saying(VehicleHistoryEndpoint.NOT_KNOWN), request, response);
        answer.ifPresent(found -> disclosures.record(question.asked(), question.about(found.vehicleId())));
        return answer.orElse(null);
    }
}
