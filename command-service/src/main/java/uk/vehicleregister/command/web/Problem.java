package uk.vehicleregister.command.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import uk.vehicleregister.kernel.refusal.RefusalCode;

/// Answers that say no, as RFC 9457 problem documents with a `code` of the contract. They hold nothing of what was
/// sent.
public final class Problem {

    private final RefusalCode code;
    private final Map<String, Object> extras = new LinkedHashMap<>();
    private long retryAfterSeconds;

    private Problem(RefusalCode code) {
        this.code = code;
    }

    public static Problem of(RefusalCode code) {
        return new Problem(code);
    }

    static Problem invalid(List<FieldFault> faults) {
        return new Problem(RefusalCode.INVALID_REQUEST).with("errors", faults);
    }

    Problem with(String name, Object value) {
        extras.put(name, value);
        return this;
    }

    Problem retryAfter(long seconds) {
        retryAfterSeconds = Math.max(1, seconds);
        return this;
    }

    Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("status", code.status());
        body.put("title", code.title());
        body.put("detail", code.detail());
        body.put("code", code.name());
        body.putAll(extras);
        return body;
    }

    public ResponseEntity<Object> answer() {
        ResponseEntity.BodyBuilder builder =
                ResponseEntity.status(code.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (retryAfterSeconds > 0) {
            builder.header("Retry-After", Long.toString(retryAfterSeconds));
        }
        return builder.body(body());
    }
}
