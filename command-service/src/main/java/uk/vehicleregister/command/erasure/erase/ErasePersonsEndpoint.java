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
import uk.vehicleregister.command.erasure.erase.ErasureForm.Some;
import uk.vehicleregister.command.erasure.erase.ErasureForm.WholeRegister;
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

    private static final int MOST_VEHICLES = 1_000;

    private final CommandDesk desk;
    private final ErasePersonsHandler handler;
    private final Erasures erasures;
    private final RetentionSchedule schedule;
    private final ErasureForm form = new ErasureForm();

    ErasePersonsEndpoint(CommandDesk desk, ErasePersonsHandler handler, RetentionSchedule schedule, Erasures erasures) {
        this.desk = desk;
        this.handler = handler;
        this.schedule = schedule;
        this.erasures = erasures;
    }

    /// Forgets a person in one role, or all keepers of a vehicle whose keepership ended before a date: the data
    /// keys are destroyed before the answer leaves. With `wholeRegister` all keepers whose years are over. With
    /// `dryRun` it says whom that would be, and records nothing.
    @PostMapping("/v1/erasures")
    @MayCall(Role.REGISTRAR)
    ResponseEntity<Object> post(CommandRequest request) {
        ErasureForm.Asked asked = request.read(form);
        if (!asked.dryRun() && !erasures.areSetUp())
            return Problem.of(RefusalCode.ERASURE_UNAVAILABLE).answer();
        return switch (asked) {
            case WholeRegister whole -> scheduled(whole, request);
            case Some some when some.dryRun() -> looked(handler.look(some.command()));
            case Some some -> erased(some.command(), request);
        };
    }

    private ResponseEntity<Object> erased(ErasePersons command, CommandRequest request) {
        Outcome outcome = desk.submit(command, request.submission());
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

    /// So many vehicles in one request; the same request again goes on.
    private ResponseEntity<Object> scheduled(WholeRegister whole, CommandRequest request) {
        if (!whole.noExemptionApplies())
            return Problem.of(RefusalCode.CONSENT_MISSING).answer();
        return ResponseEntity.ok(
                whole.dryRun() ? schedule.look(MOST_VEHICLES) : schedule.run(MOST_VEHICLES, request.submission()));
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
