package uk.vehicleregister.command.erasure.erase;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.vehicleregister.command.desk.CommandDesk;
import uk.vehicleregister.command.desk.Decision;
import uk.vehicleregister.command.desk.Outcome;
import uk.vehicleregister.command.erasure.Erasures;
import uk.vehicleregister.command.web.Answers;
import uk.vehicleregister.command.web.CommandRequest;
import uk.vehicleregister.command.web.Problem;
import uk.vehicleregister.kernel.access.MayCall;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.kernel.event.Fact;
import uk.vehicleregister.kernel.event.PersonErased;
import uk.vehicleregister.kernel.refusal.RefusalCode;

@RestController
final class ErasePersonsEndpoint {

    private final CommandDesk desk;
    private final ErasePersonsHandler handler;
    private final Erasures erasures;
    private final ErasureForm form = new ErasureForm();

    ErasePersonsEndpoint(CommandDesk desk, ErasePersonsHandler handler, Erasures erasures) {
        this.desk = desk;
        this.handler = handler;
        this.erasures = erasures;
    }

    /// Forgets a person in one role, or all keepers of a vehicle whose keepership ended before a date: the data keys are
    /// destroyed before the answer leaves. With `dryRun` it says whom that would be, and records nothing.
    @PostMapping("/v1/erasures")
    @MayCall(Role.REGISTRAR)
    ResponseEntity<Object> post(CommandRequest request) {
        ErasureForm.Asked asked = request.read(form);
        if (asked.dryRun()) return looked(handler.look(asked.command()));
        if (!erasures.areSetUp())
            return Problem.of(RefusalCode.ERASURE_UNAVAILABLE).answer();
        Outcome outcome = desk.submit(asked.command(), request.submission());
        if (outcome instanceof Outcome.Done(var transaction))
            erasures.carryOut(
                    erased(transaction.facts()).map(PersonErased::keyId).toList());
        return Answers.of(
                outcome,
                transaction -> Map.of(
                        "erasureId",
                        erased(transaction.facts()).findFirst().orElseThrow().erasureId(),
                        "erased",
                        receipt(transaction.facts())));
    }

    private static ResponseEntity<Object> looked(Decision decision) {
        return switch (decision) {
            case Decision.Accepted would -> ResponseEntity.ok(Map.of("erased", receipt(would.facts())));
            case Decision.Refused refused -> Problem.of(refused.code()).answer();
            case Decision.ConfirmationNeeded _, Decision.PaymentDue _, Decision.UnderReview _ ->
                throw new IllegalStateException("an erasure is decided at once");
        };
    }

    /// Whom, as far as it may be said: roles, and where in the log.
    private static List<Map<String, Object>> receipt(List<Fact> facts) {
        return erased(facts)
                .map(fact -> {
                    Map<String, Object> one = new LinkedHashMap<>();
                    one.put("role", fact.role());
                    one.put("positions", fact.positions());
                    one.put("keyId", fact.keyId());
                    return one;
                })
                .toList();
    }

    private static Stream<PersonErased> erased(List<Fact> facts) {
        return facts.stream().filter(PersonErased.class::isInstance).map(PersonErased.class::cast);
    }
}
