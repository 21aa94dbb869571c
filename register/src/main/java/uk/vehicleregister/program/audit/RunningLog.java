package uk.vehicleregister.program.audit;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import uk.vehicleregister.program.Stopped;
import uk.vehicleregister.transparencylog.MalformedException;
import uk.vehicleregister.transparencylog.note.SignedNote;
import uk.vehicleregister.transparencylog.tile.Tile;

/// The log of a running register, over HTTP. Every answer is read no further than it may be long.
final class RunningLog implements AuditedLog {

    private static final int MOST_KEY_BYTES = 4096;
    private static final long EVENTS_A_REQUEST = 100_000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    static final String LINES = "application/x-ndjson";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern LAST_POSITION = Pattern.compile("\"log\"\\s*:\\s*(-?[0-9]{1,18})");

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final String address;
    private final Supplier<String> token;
    private final Duration patience;

    /// @param address of the query service, without a slash at its end
    /// @param token of an auditor, asked for at each request for events
    RunningLog(String address, Supplier<String> token) {
        this(address, token, PATIENCE);
    }

    /// @param patience how long to wait for an answer, and then for each part of it
    RunningLog(String address, Supplier<String> token, Duration patience) {
        this.address = address;
        this.token = token;
        this.patience = patience;
    }

    @Override
    public byte[] checkpoint() throws IOException {
        byte[] note = brief("/v1/log/checkpoint", SignedNote.MOST_BYTES);
        if (note == null) throw Stopped.refused("The register at " + address + " has not sealed its log yet.");
        return note;
    }

    @Override
    public String key() throws IOException {
        byte[] key = brief("/v1/log/key", MOST_KEY_BYTES);
        if (key == null) throw Stopped.refused("The register at " + address + " tells no key. Give it with --key.");
        return new String(key, StandardCharsets.UTF_8).strip();
    }

    @Override
    public byte @Nullable [] read(Tile tile) {
        try {
            return brief("/v1/log/" + tile.path(), tile.bytes());
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    @Override
    public long notSealedYet(long size) throws IOException {
        byte[] answer = brief("/v1/log/position", 1 << 16);
        Matcher last = LAST_POSITION.matcher(answer == null ? "" : new String(answer, StandardCharsets.UTF_8));
        return last.find() ? Math.max(0, Long.parseLong(last.group(1)) + 1 - size) : 0;
    }

    @Override
    public @Nullable Finding afterwards() {
        return null;
    }

    @Override
    public Feed events(long size) {
        return new Ranges(size);
    }

    @Override
    public String name() {
        return address;
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    Stopped unreachable(IOException problem) {
        return Stopped.unreachable("Cannot read on from the register at " + address + " ("
                + problem.getClass().getSimpleName()
                + "). Is it running there? Start it with: bin/register demo (and give its --port here).");
    }

    private byte @Nullable [] brief(String path, int most) throws IOException {
        HttpResponse<InputStream> answer = send(request(path, "*/*"));
        try (InputStream body = answer.body()) {
            if (answer.statusCode() == 404) return null;
            byte[] bytes = body.readNBytes(most + 1);
            if (bytes.length > most) throw new MalformedException("is longer than " + most + " bytes", path);
            return bytes;
        }
    }

    private HttpRequest.Builder request(String path, String accept) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .timeout(patience)
                .header("Accept", accept);
    }

    private HttpRequest.Builder asAuditor(String path, String accept) {
        return request(path, accept).header("Authorization", "Bearer " + token.get());
    }

    /// An auditor's question that has a body. 200 or 404.
    HttpResponse<InputStream> ask(String path, String accept, Map<String, Object> body) throws IOException {
        return send(asAuditor(path, accept)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))));
    }

    private HttpResponse<InputStream> send(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<InputStream> answer = http.send(
                    request.build(),
                    _ -> BodySubscribers.mapping(
                            BodySubscribers.ofInputStream(), body -> new ImpatientStream(body, patience)));
            int status = answer.statusCode();
            if (status == 200 || status == 404) return answer;
            answer.body().close();
            if (status == 400)
                throw Stopped.wrongUse("The register at " + address + " does not understand what is asked for (400).");
            if (status == 401 || status == 403)
                throw Stopped.refused(
                        "The register at " + address + " does not take this token for an auditor's (" + status + ").");
            throw Stopped.unreachable("The register at " + address + " answers " + status + ". Try again later.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /// Asks for one range of positions after the other. An answer may end early, and the next one begins where it
    /// ended; one without a line is the end of the log.
    private final class Ranges implements Feed {

        private final long size;
        private long next;
        private long asked;
        private @Nullable InputStream in;
        private @Nullable LineCutter cutter;

        Ranges(long size) {
            this.size = size;
        }

        @Override
        public @Nullable Chunk next() throws IOException {
            while (true) {
                Chunk chunk = cutter == null ? null : cutter.next();
                if (chunk != null) {
                    next += chunk.lines();
                    return chunk;
                }
                boolean cutOff = cutter != null && cutter.isCutOff();
                if (in != null) in.close();
                if (cutter != null && next == asked) {
                    if (cutOff) throw new IOException("the answer breaks off in a line");
                    return null;
                }
                if (next >= size) return null;
                ask();
            }
        }

        private void ask() throws IOException {
            asked = next;
            long last = Math.min(size, next + EVENTS_A_REQUEST) - 1;
            String range = "/v1/log/events?from=" + next + "&upTo=" + last;
            HttpResponse<InputStream> answer = send(asAuditor(range, LINES));
            if (answer.statusCode() == 404)
                throw Stopped.unreachable("The register at " + address + " does not give its events (404).");
            in = answer.body();
            cutter = new LineCutter(in, "events", next + 1);
        }
    }
}
