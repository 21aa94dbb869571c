package uk.vehicleregister.command.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import uk.vehicleregister.command.desk.SentRequest;
import uk.vehicleregister.command.desk.Submission;
import uk.vehicleregister.eventstore.vault.KeyedDigest;
import uk.vehicleregister.eventstore.vault.Pseudonyms;
import uk.vehicleregister.kernel.access.MayCall;
import uk.vehicleregister.kernel.access.Role;

/// Turns an HTTP request into a `CommandRequest`: bounded body, strict JSON, idempotency key, pseudonymous client.
final class RequestReader implements HandlerMethodArgumentResolver {

    static final String KEY_HEADER = "Idempotency-Key";

    /// Every command fits a few kilobytes; a bulk load sends up to 1,000 rows at a time.
    private static final int MOST_BYTES = 256 * 1024;

    private static final int LONGEST_KEY = 64;
    private static final int MOST_BULK_BYTES = 4 * 1024 * 1024;

    private final JsonMapper strict = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
            .build();
    private final Pseudonyms pseudonyms;
    private final KeyedDigest receipts;

    RequestReader(Pseudonyms pseudonyms, KeyedDigest receipts) {
        this.pseudonyms = pseudonyms;
        this.receipts = receipts;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == CommandRequest.class;
    }

    @Override
    public CommandRequest resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binder)
            throws IOException {
        HttpServletRequest http = (HttpServletRequest) web.getNativeRequest();
        boolean bulk = parameter.hasMethodAnnotation(BulkLoad.class);
        MayCall mayCall = Objects.requireNonNull(parameter.getMethodAnnotation(MayCall.class));
        Caller caller = Caller.current().orElseThrow();
        Role role = caller.roleFor(mayCall).orElseThrow();
        String client = caller.pseudonym(pseudonyms);
        byte[] key = bulk ? null : key(receipts, client, http);
        JsonNode body = json(http, bulk ? MOST_BULK_BYTES : MOST_BYTES);
        Submission.RequestKey receipt = key == null ? null : new Submission.RequestKey(key, fingerprint(http, body));
        String paymentId = key == null ? null : HexFormat.of().formatHex(key);
        SentRequest sent = bulk ? SentRequest.NOT_KEPT : new SentRequest(body::toString);
        return new CommandRequest(
                body,
                () -> new Submission(client, role, receipt, UUID.randomUUID(), paymentId, command(http), sent, null));
    }

    private byte[] fingerprint(HttpServletRequest http, JsonNode body) {
        return receipts.of("request", http.getRequestURI(), strict.writeValueAsString(body));
    }

    /// The last part of the path.
    static String command(HttpServletRequest http) {
        return http.getRequestURI().substring(http.getRequestURI().lastIndexOf('/') + 1);
    }

    static byte[] key(KeyedDigest receipts, String client, HttpServletRequest http) {
        String key = http.getHeader(KEY_HEADER);
        if (key == null) {
            throw new InvalidRequest(
                    KEY_HEADER, "REQUIRED", "every POST takes this header, 1 to 64 printable characters");
        }
        if (key.length() > LONGEST_KEY
                || key.isBlank()
                || !key.chars().allMatch(character -> character >= ' ' && character <= '~')) {
            throw new InvalidRequest(KEY_HEADER, "MALFORMED", "must be 1 to 64 printable characters");
        }
        return receipts.of("key", client, key);
    }

    private JsonNode json(HttpServletRequest http, int most) throws IOException {
        byte[] bytes = http.getInputStream().readNBytes(most + 1);
        if (bytes.length > most) {
            throw new InvalidRequest("", "TOO_LONG", "the body may have at most " + most + " bytes");
        }
        JsonNode body;
        try {
            body = strict.readTree(new String(bytes, StandardCharsets.UTF_8));
        } catch (JacksonException malformed) {
            // Its message may quote what was sent, so it goes no further.
            throw new InvalidRequest("", "MALFORMED_JSON", "the body is not well-formed JSON");
        }
        if (body == null || !body.isObject()) {
            throw new InvalidRequest("", "MALFORMED_JSON", "the body must be a JSON object");
        }
        return body;
    }
}
