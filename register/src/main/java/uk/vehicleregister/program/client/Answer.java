package uk.vehicleregister.program.client;

import tools.jackson.databind.JsonNode;

/// What a service answered: the status, the JSON body (a missing node where there was none or it was no JSON), and the
/// seconds of `Retry-After` (0 where there were none).
public record Answer(int status, JsonNode body, long retryAfterSeconds) {

    private static final int BUSY_LOCK = 423;

    /// A field of the body as text; empty where it is absent.
    public String text(String field) {
        return body.path(field).asString("");
    }

    public long position() {
        return body.path("position").asLong(-1);
    }

    /// Nothing was decided: the same request may be sent again.
    public boolean worthAnotherTry() {
        return status == 409 || status == 429 || status == 503 || status == 502 || status == 504;
    }

    /// What went wrong, for a person: code and detail of the problem document.
    public String problem() {
        String detail = text("detail").isEmpty() ? text("title") : text("detail");
        String wait = status == BUSY_LOCK && retryAfterSeconds > 0 ? " (for " + retryAfterSeconds + " s)" : "";
        return (status + " " + text("code") + " " + detail).strip() + wait + errors();
    }

    private String errors() {
        StringBuilder all = new StringBuilder();
        for (JsonNode error : body.path("errors")) {
            all.append("; ")
                    .append(error.path("field").asString(""))
                    .append(": ")
                    .append(error.path("message").asString(error.path("code").asString("")));
        }
        return all.toString();
    }
}
