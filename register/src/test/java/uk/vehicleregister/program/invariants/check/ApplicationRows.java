package uk.vehicleregister.program.invariants.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.event.AttemptAbandoned;
import uk.vehicleregister.kernel.event.AttemptFact;
import uk.vehicleregister.kernel.event.AttemptLocked;
import uk.vehicleregister.kernel.event.AttemptRefused;
import uk.vehicleregister.kernel.event.BatchFact;
import uk.vehicleregister.kernel.event.BatchSubmitted;
import uk.vehicleregister.kernel.event.CaseAccepted;
import uk.vehicleregister.kernel.event.CaseOpened;
import uk.vehicleregister.kernel.event.CaseRefused;
import uk.vehicleregister.kernel.event.Fact;
import uk.vehicleregister.kernel.event.PaymentAuthorised;
import uk.vehicleregister.kernel.event.PaymentCancelled;
import uk.vehicleregister.kernel.event.PaymentClaimed;
import uk.vehicleregister.kernel.event.PaymentDeclined;
import uk.vehicleregister.kernel.event.PaymentFact;
import uk.vehicleregister.kernel.event.PaymentRefundDue;
import uk.vehicleregister.kernel.event.PaymentRefunded;
import uk.vehicleregister.kernel.event.PaymentReleased;
import uk.vehicleregister.kernel.event.PaymentSettled;
import uk.vehicleregister.kernel.event.PaymentSettlementRefused;
import uk.vehicleregister.kernel.event.PaymentTokenUsed;
import uk.vehicleregister.kernel.event.RecordDisclosed;
import uk.vehicleregister.program.invariants.check.History.Entry;

/// The rows about applications, from everything in their transactions: where each stands, cases, failed attempts,
/// looks.
final class ApplicationRows {

    private record State(String word, @Nullable String code) {}

    private final Map<UUID, CaseOpened> opened;
    private final Map<UUID, String> decided;

    private ApplicationRows(History history) {
        opened = history.facts(CaseOpened.class).collect(Collectors.toMap(CaseOpened::caseId, Function.identity()));
        decided = Stream.concat(
                        history.facts(CaseAccepted.class).map(f -> Map.entry(f.caseId(), "ACCEPTED")),
                        history.facts(CaseRefused.class).map(f -> Map.entry(f.caseId(), "REFUSED")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    static void fold(History history, Map<ReadTable, List<String>> rows) {
        ApplicationRows folded = new ApplicationRows(history);
        Map<UUID, List<Fact>> transactions = new LinkedHashMap<>();
        for (Entry entry : history.entries()) {
            if (entry.fact() instanceof RecordDisclosed look)
                rows.get(ReadTable.DISCLOSURE).add(disclosure(entry.position(), look));
            if (entry.fact() instanceof AttemptFact fact)
                rows.get(ReadTable.ATTEMPT).add(attempt(entry.position(), fact));
            else if (isOfAnApplication(entry))
                transactions
                        .computeIfAbsent(entry.transactionId(), _ -> new ArrayList<>())
                        .add(entry.fact());
        }
        transactions.forEach((id, facts) -> rows.get(ReadTable.APPLICATION).add(folded.application(id, facts)));
        folded.opened.values().forEach(f -> rows.get(ReadTable.REVIEW_CASE).add(folded.reviewCase(f)));
    }

    /// The register by itself gives up a fee; rows of a bulk load belong to no application, and those of a batch have a
    /// report of their own.
    private static boolean isOfAnApplication(Entry entry) {
        return switch (entry.fact()) {
            case PaymentFact _ -> true;
            case BatchFact fact -> fact instanceof BatchSubmitted;
            default -> !entry.aside();
        };
    }

    private String reviewCase(CaseOpened f) {
        return ReadTable.REVIEW_CASE.row(
                f.caseId(),
                f.transactionId(),
                f.command(),
                f.cause(),
                f.vehicleId().text(),
                f.mark().text(),
                decided.getOrDefault(f.caseId(), "OPEN"));
    }

    private String application(UUID transaction, List<Fact> facts) {
        CaseOpened waits = facts.stream()
                .filter(CaseOpened.class::isInstance)
                .map(CaseOpened.class::cast)
                .findFirst()
                .orElse(null);
        // A claim before the case was opened has been overtaken: a fee was due, and then a marker asked for a
        // registrar.
        State fee = lastFee(facts.subList(facts.indexOf(waits) + 1, facts.size()));
        boolean onlyFees = facts.stream().allMatch(PaymentFact.class::isInstance);
        State state = waits != null ? reviewed(waits, fee) : onlyFees ? fee : new State("DONE", null);
        return ReadTable.APPLICATION.row(
                transaction, state.word(), state.code(), waits == null ? null : waits.caseId());
    }

    private State reviewed(CaseOpened waits, State fee) {
        return switch (decided.getOrDefault(waits.caseId(), "OPEN")) {
            case "ACCEPTED" -> new State("DONE", null);
            case "REFUSED" -> new State("REFUSED", "CASE_REFUSED");
            default -> fee.word().equals("UNKNOWN") ? fee : new State("UNDER_REVIEW", null);
        };
    }

    private static State lastFee(List<Fact> facts) {
        State state = new State("DONE", null);
        for (Fact fact : facts) {
            if (!(fact instanceof PaymentFact payment)) continue;
            state = switch (payment) {
                case PaymentClaimed _ -> new State("UNKNOWN", null);
                case PaymentDeclined _ -> new State("REFUSED", "PAYMENT_DECLINED");
                case PaymentCancelled f ->
                    new State("REFUSED", f.reason().equals("ABANDONED") ? "PAYMENT_ABANDONED" : f.reason());
                case PaymentAuthorised _ -> new State("DONE", null);
                case PaymentTokenUsed _,
                        PaymentSettled _,
                        PaymentSettlementRefused _,
                        PaymentReleased _,
                        PaymentRefundDue _,
                        PaymentRefunded _ -> state;
            };
        }
        return state;
    }

    private static String disclosure(long position, RecordDisclosed look) {
        return ReadTable.DISCLOSURE.row(
                position,
                look.kind(),
                look.vehicleId() == null ? null : look.vehicleId().text(),
                look.mark() == null ? null : look.mark().text(),
                look.purpose(),
                look.notToldBefore());
    }

    private static String attempt(long position, AttemptFact fact) {
        return switch (fact) {
            case AttemptRefused f ->
                attempt(
                        position,
                        "REFUSED",
                        f.mark() == null ? null : f.mark().text(),
                        f.command(),
                        f.code().name());
            case AttemptLocked f ->
                attempt(
                        position,
                        "LOCKED",
                        f.mark() == null ? null : f.mark().text(),
                        f.command(),
                        f.code().name());
            case AttemptAbandoned f ->
                attempt(
                        position,
                        "ABANDONED",
                        f.mark() == null ? null : f.mark().text(),
                        f.command(),
                        null);
        };
    }

    private static String attempt(
            long position, String kind, @Nullable String mark, String command, @Nullable String code) {
        return ReadTable.ATTEMPT.row(position, kind, mark, command, code);
    }
}
