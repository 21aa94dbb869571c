package uk.vehicleregister.command.payment.govukpay;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Speaks HTTP with GOV.UK Pay. An answer that does not come, or makes no sense, is a value too. Only reading is
/// tried again here; what changes something is followed by reading. Neither the key nor an id of a payment is ever
/// logged.
final class GovukPayClient implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(GovukPayClient.class);
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final int READINGS = 2;

    sealed interface Answer {

        /// @param body null node when there is none
        record Said(int status, JsonNode body) implements Answer {}

        record Nothing() implements Answer {}
    }

    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final URI url;
    private final String key;
    private final Duration timeout;

    GovukPayClient(URI url, String key, Duration timeout) {
        this.url = url;
        this.key = key;
        this.timeout = timeout;
    }

    Answer get(String path) {
        Answer answer = new Answer.Nothing();
        for (int reading = 0; reading < READINGS && !isOfUse(answer); reading++) {
            answer = send("reading", request(path).GET().build());
        }
        return answer;
    }

    Answer post(String path, String body) {
        HttpRequest.Builder request = request(path);
        if (!body.isEmpty()) request.header("Content-Type", "application/json");
        return send("changing", request.POST(BodyPublishers.ofString(body)).build());
    }

    private static boolean isOfUse(Answer answer) {
        return answer instanceof Answer.Said said && said.status() < 500 && said.status() != 429;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(url.resolve(path))
                .timeout(timeout)
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + key);
    }

    /// HttpRequest's own timeout ends with the headers; a body may not trickle in for ever either.
    private Answer send(String doing, HttpRequest request) {
        CompletableFuture<HttpResponse<String>> sent = http.sendAsync(request, BodyHandlers.ofString());
        try {
            HttpResponse<String> response = sent.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            int status = response.statusCode();
            if (status == 401 || status == 403)
                LOG.error("GOV.UK Pay does not take this register's API key: {}", status);
            if (status >= 500 || status == 429) LOG.warn("GOV.UK Pay answered {} to {} a payment", status, doing);
            return new Answer.Said(status, read(response.body()));
        } catch (TimeoutException | ExecutionException | JacksonException nothing) {
            Throwable cause = nothing.getCause() == null ? nothing : nothing.getCause();
            LOG.warn(
                    "GOV.UK Pay gave no answer to {} a payment ({})",
                    doing,
                    cause.getClass().getSimpleName());
            return new Answer.Nothing();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Answer.Nothing();
        } finally {
            sent.cancel(true);
        }
    }

    private JsonNode read(String body) {
        return body.isBlank() ? json.nullNode() : json.readTree(body);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
