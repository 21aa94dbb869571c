package uk.vehicleregister.query.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.vehicleregister.kernel.refusal.RefusalCode;

/// Why a request was not answered, before it takes the form its caller expects.
///
/// @param retryAfter seconds, for the Retry-After header
public record Fault(
        int status,
        String code,
        String title,
        String detail,
        List<FieldFault> errors,
        @Nullable Integer retryAfter) {

    public static final Fault METHOD_NOT_ALLOWED =
            plain(405, "METHOD_NOT_ALLOWED", "Method not allowed", "Use the method this address is published with.");
    public static final Fault NOT_ACCEPTABLE =
            plain(406, "NOT_ACCEPTABLE", "Not acceptable", "Answers are JSON: accept application/json.");
    public static final Fault TOO_LARGE =
            invalid(List.of(new FieldFault("", "TOO_LONG", "the body may have at most 262144 bytes")));
    public static final Fault UNSUPPORTED_MEDIA_TYPE = plain(
            415,
            "UNSUPPORTED_MEDIA_TYPE",
            "Unsupported media type",
            "Send JSON with the header Content-Type: application/json.");
    public static final Fault UNEXPECTED = of(RefusalCode.INTERNAL_FAULT);

    private static final int SOON = 1;

    public static Fault of(RefusalCode code) {
        return new Fault(
                code.status(), code.name(), code.title(), code.detail(), List.of(), code.status() == 503 ? SOON : null);
    }

    public static Fault invalid(List<FieldFault> errors) {
        return of(RefusalCode.INVALID_REQUEST).with(errors);
    }

    public Fault retryAfter(int seconds) {
        return new Fault(status, code, title, detail, errors, seconds);
    }

    public Fault saying(String newDetail) {
        return new Fault(status, code, title, newDetail, errors, retryAfter);
    }

    private Fault with(List<FieldFault> newErrors) {
        return new Fault(status, code, title, detail, newErrors, retryAfter);
    }

    private static Fault plain(int status, String code, String title, String detail) {
        return new Fault(status, code, title, detail, List.of(), null);
    }
}
