package uk.vehicleregister.benchmarks.wire;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/// What came back over a [Wire].
///
/// @param head status line and headers, each ended by CR LF, in lower case
public record Reply(int status, String head, String body) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String RETRY_AFTER = "\r\nretry-after: ";

    public JsonNode json() {
        try {
            return body.isEmpty() ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (JacksonException notJson) {
            return MissingNode.getInstance();
        }
    }

    public String code() {
        return json().path("code").asString("");
    }

    /// In seconds; 0 where the header is missing.
    public long retryAfter() {
        int at = head.indexOf(RETRY_AFTER);
        return at < 0 ? 0 : Long.parseLong(head.substring(at + RETRY_AFTER.length(), head.indexOf('\r', at + 1)));
    }

    @Override
    public String toString() {
        return status + " " + code() + (body.length() > 300 ? "" : " " + body);
    }
}
