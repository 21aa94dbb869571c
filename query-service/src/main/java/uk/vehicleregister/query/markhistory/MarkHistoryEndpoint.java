package uk.vehicleregister.query.markhistory;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import uk.vehicleregister.kernel.access.MayCall;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.kernel.disclosure.DisclosureKind;
import uk.vehicleregister.kernel.field.Dates;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.refusal.RefusalCode;
import uk.vehicleregister.kernel.vehicle.VehicleId;
import uk.vehicleregister.query.disclosure.Asked;
import uk.vehicleregister.query.disclosure.Discloses;
import uk.vehicleregister.query.disclosure.Disclosures;
import uk.vehicleregister.query.disclosure.Subject;
import uk.vehicleregister.query.period.AsOf;
import uk.vehicleregister.query.proof.ProvenQuestion;
import uk.vehicleregister.query.web.AnswersFrom;
import uk.vehicleregister.query.web.Fault;
import uk.vehicleregister.query.web.Faults;
import uk.vehicleregister.query.web.Fields;
import uk.vehicleregister.query.web.Rules;

/// Where a mark has been (contract.md). Certificates show without their numbers, which are credentials.
@RestController
class MarkHistoryEndpoint {

    private static final String NOT_KNOWN =
            "Nothing was known of this mark on that date, as known at that time. Check the"
                    + " mark, or ask for a later date.";

    private final MarkHistories histories;
    private final Disclosures disclosures;
    private final Faults faults;

    MarkHistoryEndpoint(MarkHistories histories, Disclosures disclosures, Faults faults) {
        this.histories = histories;
        this.disclosures = disclosures;
        this.faults = faults;
    }

    /// The question, for the published description; with `proof`, the events that support the answer come along, and
    /// the proof that they are in the log.
    @Schema(name = "MarkHistoryQuestion")
    record Question(
            String registrationMark,
            @Nullable LocalDate effectiveAt,
            @Nullable Instant recordedAt,
            @Nullable Boolean proof) {}

    @PostMapping("/v1/mark-history")
    @MayCall(Role.AUDITOR)
    @Discloses(DisclosureKind.MARK_HISTORY)
    @AnswersFrom(MarkHistoryProjection.NAME)
    @Operation(
            operationId = "markHistory",
            summary = "Where a mark has been: vehicles, certificates, periods, and its events",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = Question.class))))
    MarkHistories.@Nullable Answer ask(
            @RequestBody JsonNode body, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Fields fields = Fields.of(body, "registrationMark", "effectiveAt", "recordedAt", "proof");
        Optional<RegistrationMark> mark = fields.required("registrationMark", RegistrationMark::parse);
        Optional<LocalDate> effectiveAt = fields.optional("effectiveAt", Dates::parse);
        Optional<Instant> recordedAt = fields.optional("recordedAt", Rules::time);
        boolean proof = fields.isTrue("proof");
        fields.end();

        LocalDate on = effectiveAt.orElse(null);
        Instant known = recordedAt.orElse(null);
        RegistrationMark asked = mark.orElseThrow();
        Optional<MarkHistories.Answer> answer = histories.of(
                asked,
                AsOf.of(on, known),
                proof ? new ProvenQuestion(ProvenQuestion.MARK, null, asked.text(), on, known) : null);
        if (answer.isEmpty()) faults.tell(Fault.of(RefusalCode.NOT_FOUND).saying(NOT_KNOWN), request, response);
        answer.ifPresent(found -> disclosures.record(
                Asked.nothingElse()
                        .with("effectiveAt", effectiveAt)
                        .with("recordedAt", recordedAt)
                        .with("proof", proof ? Optional.of(true) : Optional.empty()),
                subjects(asked, found)));
        return answer.orElse(null);
    }

    /// The mark, once for each vehicle that the answer tells of.
    private static List<Subject> subjects(RegistrationMark mark, MarkHistories.Answer answer) {
        List<Subject> vehicles = answer.periods().stream()
                .map(MarkHistories.Stay::vehicleId)
                .filter(Objects::nonNull)
                .distinct()
                .map(vehicle -> new Subject(new VehicleId(vehicle), mark))
                .toList();
        return vehicles.isEmpty() ? List.of(Subject.of(mark)) : vehicles;
    }
}
