package uk.vehicleregister.program.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;
import uk.vehicleregister.program.Stopped;

/// The HTTP client of this program. A refused request is an [Answer]; only a service that cannot be reached at all is
/// an [IOException].
public final class Http implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();
    private final Duration patience;

    /// @param patience how long one answer may take
    public Http(Duration patience) {
        this.patience = patience;
    }

    public Answer send(Call call) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(call.address()))
                .timeout(patience)
                .method(call.method(), body(call.body()));
        call.headers().forEach(request::header);
        try {
            HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), json(response.body()), retryAfter(response));
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", ended);
        }
    }

    /// As [#send], for a command that cannot go on without an answer.
    public Answer demand(Call call, String whatItIs) {
        try {
            return send(call);
        } catch (IOException unreachable) {
            throw Stopped.unreachable("Cannot reach " + whatItIs + " at " + origin(call.address())
                    + ". Is the demo running there? Start it with: bin/register demo (and give its --port here).");
        }
    }

    private static BodyPublisher body(@Nullable Object body) {
        return switch (body) {
            case null -> BodyPublishers.noBody();
            case String text -> BodyPublishers.ofString(text);
            default -> BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
        };
    }

    private static JsonNode json(byte[] body) {
        try {
            return body.length == 0 ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (JacksonException notJson) {
            return MissingNode.getInstance();
        }
    }

    private static long retryAfter(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(text -> text.matches("[0-9]{1,9}"))
                .map(Long::parseLong)
                .orElse(0L);
    }

    private static String origin(String address) {
        URI uri = URI.create(address);
        return uri.getHost() + ":" + uri.getPort();
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
