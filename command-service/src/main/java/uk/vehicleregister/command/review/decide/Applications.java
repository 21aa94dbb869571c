package uk.vehicleregister.command.review.decide;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import uk.vehicleregister.command.desk.CaseFiles;
import uk.vehicleregister.command.desk.Outcome;
import uk.vehicleregister.command.desk.Review;
import uk.vehicleregister.command.desk.SentRequest;
import uk.vehicleregister.command.desk.Submission;
import uk.vehicleregister.command.web.CommandRequest;
import uk.vehicleregister.command.web.Entrance;
import uk.vehicleregister.eventstore.vault.Opened;
import uk.vehicleregister.eventstore.vault.Vault;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.kernel.event.CaseOpened;
import uk.vehicleregister.kernel.event.EventJson;
import uk.vehicleregister.kernel.refusal.RefusalCode;

/// Applications that wait for a registrar. An accepted one goes in again by its own entrance, as its applicant sent
/// it, and this time the causes of review do not stop it; change and decision are one append.
@Component
final class Applications {

    private final CaseFiles cases;
    private final Vault vault;
    private final Map<String, Entrance> entrances;

    Applications(CaseFiles cases, Vault vault, List<Entrance> entrances) {
        this.cases = cases;
        this.vault = vault;
        this.entrances = entrances.stream().collect(Collectors.toMap(Entrance::name, Function.identity()));
    }

    Outcome decideAgain(CaseDecision decision, Submission registrar) {
        Optional<CaseOpened> opened = cases.opened(decision.caseId());
        if (opened.isEmpty()) {
            return Outcome.refused(RefusalCode.NOT_FOUND);
        }
        return switch (vault.open(opened.get().request().text())) {
            // Once it is decided the application is forgotten.
            case Opened.Erased _ when cases.isDecided(decision.caseId()) -> Outcome.refused(RefusalCode.CASE_DECIDED);
            case Opened.Erased _ -> Outcome.refused(RefusalCode.APPLICATION_ERASED);
            case Opened.Plain plain -> decideAgain(opened.get(), plain.text(), decision, registrar);
        };
    }

    private Outcome decideAgain(CaseOpened opened, String sent, CaseDecision decision, Submission registrar) {
        Entrance entrance = entrances.get(opened.command());
        if (entrance == null) {
            throw new IllegalStateException("there is no entrance any more for " + opened.command());
        }
        JsonNode body = EventJson.mapper().readTree(sent);
        Review review = new Review(opened.caseId(), registrar.client(), decision.reason());
        return entrance.submit(new CommandRequest(
                body,
                () -> new Submission(
                        opened.applicant(),
                        Role.of(opened.role()).orElseThrow(),
                        registrar.receipt(),
                        opened.transactionId(),
                        opened.paymentId(),
                        opened.command(),
                        new SentRequest(() -> sent),
                        review)));
    }
}
