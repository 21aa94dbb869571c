package uk.vehicleregister.command.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import uk.vehicleregister.command.desk.Outcome;
import uk.vehicleregister.command.desk.RecordedTransaction;
import uk.vehicleregister.kernel.refusal.RefusalCode;

/// Turns an outcome into an HTTP answer. A slice adds its own fields, read from the recorded events.
public final class Answers {

    public static ResponseEntity<Object> of(Outcome outcome, Function<RecordedTransaction, Map<String, ?>> fields) {
        return of(HttpStatus.CREATED, outcome, fields);
    }

    /// For what is recorded now and done later.
    public static ResponseEntity<Object> accepted(
            Outcome outcome, Function<RecordedTransaction, Map<String, ?>> fields) {
        return of(HttpStatus.ACCEPTED, outcome, fields);
    }

    private static ResponseEntity<Object> of(
            HttpStatus done, Outcome outcome, Function<RecordedTransaction, Map<String, ?>> fields) {
        return switch (outcome) {
            case Outcome.Done recorded -> recorded(done, recorded.transaction(), fields.apply(recorded.transaction()));
            case Outcome.UnderReview review -> underReview(review);
            case Outcome.Refused refused
            when refused.warnings().isEmpty() -> Problem.of(refused.code()).answer();
            case Outcome.Refused refused ->
                Problem.of(refused.code()).with("warnings", refused.warnings()).answer();
            case Outcome.LockedOut locked ->
                Problem.of(locked.code())
                        .retryAfter(locked.retryAfter().toSeconds())
                        .answer();
            case Outcome.PaymentUnknown unknown ->
                Problem.of(RefusalCode.PAYMENT_OUTCOME_UNKNOWN)
                        .with("outcome", "UNKNOWN")
                        .with("transactionId", unknown.transactionId())
                        .retryAfter(5)
                        .answer();
            case Outcome.PaymentDue _ -> Problem.of(RefusalCode.FEE_DUE).answer();
            case Outcome.Stale _ -> throw new IllegalStateException("a stale decision is taken again, never answered");
        };
    }

    private static ResponseEntity<Object> underReview(Outcome.UnderReview review) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("transactionId", review.transactionId());
        body.put("state", "UNDER_REVIEW");
        body.put("position", review.position());
        return ResponseEntity.status(HttpStatus.ACCEPTED)
                .header("Register-Position", Long.toString(review.position()))
                .body(body);
    }

    private static ResponseEntity<Object> recorded(
            HttpStatus status, RecordedTransaction transaction, Map<String, ?> fields) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("transactionId", transaction.transactionId());
        body.put("position", transaction.position());
        // In one order at every start of the service: a repeated answer is the same to the letter.
        body.putAll(new TreeMap<>(fields));
        return ResponseEntity.status(status)
                .header("Register-Position", Long.toString(transaction.position()))
                .body(body);
    }

    private Answers() {}
}
