package uk.vehicleregister.command.web;

import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import uk.vehicleregister.eventstore.log.LogBusyException;
import uk.vehicleregister.eventstore.log.LogUnavailableException;
import uk.vehicleregister.eventstore.log.OutcomeUnknownException;
import uk.vehicleregister.kernel.refusal.RefusalCode;

/// What goes wrong before or beside a decision, as problem documents. No stack trace, no echo of the request.
@RestControllerAdvice
final class Faults {

    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

    @ExceptionHandler
    ResponseEntity<Object> malformed(InvalidRequest fault) {
        return Problem.invalid(fault.faults()).answer();
    }

    @ExceptionHandler
    ResponseEntity<Object> noRoom(NoRoom fault) {
        return Problem.of(RefusalCode.TOO_MANY_REQUESTS).retryAfter(5).answer();
    }

    @ExceptionHandler
    ResponseEntity<Object> forbidden(AccessDeniedException fault) {
        return Problem.of(RefusalCode.FORBIDDEN).answer();
    }

    /// No outage: another writer had the log for longer than the lock wait (design.md 2).
    @ExceptionHandler
    ResponseEntity<Object> busy(LogBusyException fault) {
        LOG.warn("another writer held the log for longer than the lock wait; nothing was recorded");
        return Problem.of(RefusalCode.CONFLICT).retryAfter(1).answer();
    }

    @ExceptionHandler
    ResponseEntity<Object> unavailable(LogUnavailableException fault) {
        LOG.warn("the log cannot be reached; nothing was recorded", fault);
        return Problem.of(RefusalCode.LOG_UNAVAILABLE).retryAfter(5).answer();
    }

    @ExceptionHandler
    ResponseEntity<Object> unknown(OutcomeUnknownException fault) {
        LOG.warn("it is not known whether an append was recorded", fault);
        return Problem.of(RefusalCode.OUTCOME_UNKNOWN)
                .with("outcome", "UNKNOWN")
                .retryAfter(5)
                .answer();
    }

    /// Unknown path, wrong method, unsupported media type: Spring knows the status, the words are ours.
    @ExceptionHandler(Exception.class)
    ResponseEntity<Object> other(Exception fault, HttpServletRequest request) {
        if (fault instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            HttpStatus status = HttpStatus.valueOf(known.getStatusCode().value());
            return ResponseEntity.status(status)
                    .headers(known.getHeaders())
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(java.util.Map.of(
                            "status", status.value(),
                            "title", status.getReasonPhrase(),
                            "detail", "See the API description at /v3/api-docs for what this service answers.",
                            "code", status.name()));
        }
        LOG.error("a fault at {}", request.getRequestURI(), fault);
        return Problem.of(RefusalCode.INTERNAL_FAULT).answer();
    }
}
