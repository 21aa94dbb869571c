package uk.vehicleregister.query.attempts;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
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
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.refusal.RefusalCode;
import uk.vehicleregister.query.disclosure.Asked;
import uk.vehicleregister.query.disclosure.Discloses;
import uk.vehicleregister.query.disclosure.Disclosures;
import uk.vehicleregister.query.disclosure.Subject;
import uk.vehicleregister.query.web.AnswersFrom;
import uk.vehicleregister.query.web.Fields;
import uk.vehicleregister.query.web.Rules;

/// Refused, locked and abandoned attempts, for auditors and for operators who watch for attacks.
@RestController
class AttemptsEndpoint {

    private static final long MOST = 1_000;
    private static final long USUAL = 100;

    /// Ten wrong tries from three accounts are no longer somebody who mistypes.
    private static final long WRONG = 10;

    private static final long CLIENTS = 3;

    private final Attempts attempts;
    private final Disclosures disclosures;

    AttemptsEndpoint(Attempts attempts, Disclosures disclosures) {
        this.attempts = attempts;
        this.disclosures = disclosures;
    }

    /// The question, for the published description; `after` is the position of the last one seen.
    @Schema(name = "AttemptsQuestion")
    record Question(
            @Nullable String registrationMark,
            @Nullable String actor,
            @Nullable String code,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable Long after,
            @Nullable Integer limit) {}

    /// The question, for the published description: marks with at least so many wrong tries from so many accounts.
    @Schema(name = "AttackedMarksQuestion")
    record AttackedQuestion(
            Instant since,
            @Nullable Integer wrong,
            @Nullable Integer clients) {}

    @PostMapping("/v1/attempts/search")
    @MayCall(Role.AUDITOR)
    @Discloses(DisclosureKind.ATTEMPTS)
    @AnswersFrom(AttemptsProjection.NAME)
    @Operation(
            operationId = "attempts",
            summary = "Attempts that were refused, turned away or abandoned, oldest first",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = Question.class))))
    List<Attempts.Attempt> search(@RequestBody JsonNode body) {
        Fields fields = Fields.of(body, "registrationMark", "actor", "code", "from", "to", "after", "limit");
        Optional<RegistrationMark> mark = fields.optional("registrationMark", RegistrationMark::parse);
        Optional<String> actor = fields.optional("actor", Rules::pseudonym);
        Optional<RefusalCode> code = fields.optionalOneOf("code", RefusalCode.class);
        Optional<Instant> from = fields.optional("from", Rules::time);
        Optional<Instant> to = fields.optional("to", Rules::time);
        Optional<Long> after = fields.optionalWhole("after", -1, Long.MAX_VALUE);
        Optional<Long> limit = fields.optionalWhole("limit", 1, MOST);
        fields.end();
        List<Attempts.Attempt> found = attempts.find(new Attempts.Wanted(
                mark.orElse(null),
                actor.orElse(null),
                code.map(Enum::name).orElse(null),
                from.orElse(null),
                to.orElse(null),
                after.orElse(-1L),
                limit.orElse(USUAL).intValue()));
        disclosures.record(
                Asked.nothingElse()
                        .with("actor", actor)
                        .with("code", code)
                        .with("from", from)
                        .with("to", to)
                        .with("after", after),
                mark.map(Subject::of).stream().toList());
        return found;
    }

    @PostMapping("/v1/attacked-marks/search")
    @MayCall({Role.AUDITOR, Role.OPERATOR})
    @Discloses(DisclosureKind.ATTACKED_MARKS)
    @AnswersFrom(AttemptsProjection.NAME)
    @Operation(
            operationId = "attackedMarks",
            summary = "Marks that many accounts guess at",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = AttackedQuestion.class))))
    List<Attempts.AttackedMark> attacked(@RequestBody JsonNode body) {
        Fields fields = Fields.of(body, "since", "wrong", "clients");
        Optional<Instant> since = fields.required("since", Rules::time);
        long wrong = fields.optionalWhole("wrong", 1, 1_000_000).orElse(WRONG);
        long clients = fields.optionalWhole("clients", 1, 1_000_000).orElse(CLIENTS);
        fields.end();
        List<Attempts.AttackedMark> found = attempts.attackedSince(since.orElseThrow(), wrong, clients);
        disclosures.record(Asked.nothingElse().with("since", since), List.of());
        return found;
    }
}
