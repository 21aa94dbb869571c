package uk.vehicleregister.command.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import tools.jackson.core.JacksonException;
import uk.vehicleregister.command.desk.SentRequest;
import uk.vehicleregister.command.desk.Submission;
import uk.vehicleregister.eventstore.vault.KeyedDigest;
import uk.vehicleregister.eventstore.vault.Pseudonyms;
import uk.vehicleregister.kernel.access.MayCall;
import uk.vehicleregister.kernel.access.Role;

/// Turns an HTTP request into a `BatchRequest`: a large body read row by row, idempotency key, pseudonymous client.
final class BatchRequestReader implements HandlerMethodArgumentResolver {

    /// 10,000 rows of a few hundred characters are some megabytes.
    private static final int MOST_BYTES = 32 * 1024 * 1024;

    /// Kilobytes for all such requests together; on the way into the log each of them is copied a few times.
    private final Semaphore room = new Semaphore(MOST_BYTES / 1024 + 1);

    private final Pseudonyms pseudonyms;
    private final KeyedDigest receipts;

    BatchRequestReader(Pseudonyms pseudonyms, KeyedDigest receipts) {
        this.pseudonyms = pseudonyms;
        this.receipts = receipts;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == BatchRequest.class;
    }

    @Override
    public BatchRequest resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binder)
            throws IOException {
        HttpServletRequest http = (HttpServletRequest) web.getNativeRequest();
        Caller caller = Caller.current().orElseThrow();
        Role role = caller.roleFor(Objects.requireNonNull(parameter.getMethodAnnotation(MayCall.class)))
                .orElseThrow();
        String client = caller.pseudonym(pseudonyms);
        byte[] key = RequestReader.key(receipts, client, http);
        LargeBody body = new LargeBody(http.getInputStream(), MOST_BYTES, room);
        try {
            BatchRows rows = BatchRows.read(body);
            byte[] fingerprint = receipts.of("batch", http.getRequestURI(), rows.fingerprint());
            Submission submission = new Submission(
                    client,
                    role,
                    new Submission.RequestKey(key, fingerprint),
                    UUID.randomUUID(),
                    null,
                    RequestReader.command(http),
                    SentRequest.NOT_KEPT,
                    null);
            return new BatchRequest(rows.chunks(), submission, body::close);
        } catch (JacksonException malformed) {
            body.close();
            body.complain();
            // Its message may quote what was sent, so it goes no further.
            throw new InvalidRequest("", "MALFORMED_JSON", "the body is not well-formed JSON");
        } catch (RuntimeException fault) {
            body.close();
            throw fault;
        }
    }
}
