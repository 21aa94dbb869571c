package uk.vehicleregister.command.review.decide;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.vehicleregister.command.desk.CommandDesk;
import uk.vehicleregister.command.desk.Outcome;
import uk.vehicleregister.command.desk.RecordedTransaction;
import uk.vehicleregister.command.web.Answers;
import uk.vehicleregister.command.web.CommandRequest;
import uk.vehicleregister.command.web.Field;
import uk.vehicleregister.command.web.Fields;
import uk.vehicleregister.command.web.Form;
import uk.vehicleregister.kernel.access.MayCall;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.kernel.event.CaseAccepted;
import uk.vehicleregister.kernel.event.CaseRefused;
import uk.vehicleregister.kernel.field.Parsed;
import uk.vehicleregister.kernel.field.Reason;

@RestController
final class DecideCaseEndpoint implements Form<CaseDecision> {

    private final CommandDesk desk;
    private final Applications applications;

    DecideCaseEndpoint(CommandDesk desk, Applications applications) {
        this.desk = desk;
        this.applications = applications;
    }

    /// Decides an application that waits for a registrar. One that is accepted is decided by all other rules as they
    /// stand today, and its fee is taken only now.
    @PostMapping("/v1/case-decisions")
    @MayCall(Role.REGISTRAR)
    ResponseEntity<Object> post(CommandRequest request) {
        CaseDecision decision = request.read(this);
        Outcome outcome = switch (decision.word()) {
            case ACCEPT -> applications.decideAgain(decision, request.submission());
            case REFUSE -> desk.submit(new RefuseCase(decision.caseId(), decision.reason()), request.submission());
        };
        return Answers.of(outcome, DecideCaseEndpoint::answer);
    }

    @Override
    public Field<CaseDecision> read(Fields in) {
        var caseId = in.required("caseId", DecideCaseEndpoint::caseId);
        var decision = in.requiredOneOf(CaseDecision.Word.class, "decision");
        var reason = in.required("reason", Reason::parse);
        return in.done(() -> new CaseDecision(caseId.get(), decision.get(), reason.get()));
    }

    private static Parsed<UUID> caseId(String text) {
        return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                ? Parsed.valid(UUID.fromString(text))
                : Parsed.malformed("must be the id of a case, as the list of cases shows it");
    }

    private static Map<String, ?> answer(RecordedTransaction transaction) {
        return transaction.facts().stream()
                .flatMap(fact -> switch (fact) {
                    case CaseAccepted f -> Stream.of(Map.of("caseId", f.caseId(), "state", "DONE"));
                    case CaseRefused f -> Stream.of(Map.of("caseId", f.caseId(), "state", "REFUSED"));
                    default -> Stream.<Map<String, ?>>empty(); // not a fold: what the accepted application changed
                })
                .findFirst()
                .orElseThrow();
    }
}
