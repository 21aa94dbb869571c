package uk.vehicleregister.program.audit;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.vehicleregister.program.Stopped;

/// The events of a selection from a running register. An answer may end early, and the next one is asked for from where
/// it ended; one without a line is the end.
final class SelectedEvents implements Feed {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST_HISTORY_BYTES = 4 * 1024 * 1024;

    private final RunningLog log;
    private final Selection selection;
    private long next;
    private boolean lines;
    private @Nullable InputStream in;
    private @Nullable LineCutter cutter;

    SelectedEvents(RunningLog log, Selection selection) {
        this.log = log;
        this.selection = selection;
    }

    /// The id of the vehicle that carries the mark now.
    static String carrierOf(String mark, RunningLog log) throws IOException {
        HttpResponse<InputStream> answer =
                log.ask("/v1/vehicle-history", "application/json", Map.of("registrationMark", mark));
        try (InputStream body = answer.body()) {
            if (answer.statusCode() == 404) throw Stopped.refused("No vehicle carries that mark now.");
            byte[] bytes = body.readNBytes(MOST_HISTORY_BYTES);
            JsonNode vehicleId = JSON.readTree(bytes).path("vehicleId");
            if (vehicleId.isString()) return vehicleId.stringValue();
        } catch (JacksonException e) {
            throw noHistory(log);
        }
        throw noHistory(log);
    }

    private static Stopped noHistory(RunningLog log) {
        return Stopped.unreachable("The register at " + log.name() + " does not tell which vehicle carries the mark.");
    }

    @Override
    public @Nullable Chunk next() throws IOException {
        while (true) {
            Chunk chunk = cutter == null ? null : cutter.next();
            if (chunk != null) {
                next = lastPosition(chunk) + 1;
                lines = true;
                return chunk;
            }
            boolean cutOff = cutter != null && cutter.isCutOff();
            if (in != null) in.close();
            if (cutter != null && !lines) {
                if (cutOff) throw new IOException("the answer breaks off in a line");
                return null;
            }
            ask();
        }
    }

    private static long lastPosition(Chunk chunk) {
        int from = chunk.length() - 1;
        while (from > 0 && chunk.bytes()[from - 1] != '\n') from--;
        return EventLine.read(chunk.bytes(), from, chunk.length() - 1 - from).position();
    }

    private void ask() throws IOException {
        HttpResponse<InputStream> answer =
                log.ask("/v1/log/selections", RunningLog.LINES, selection.questionFrom(next));
        if (answer.statusCode() == 404)
            throw Stopped.unreachable("The register at " + log.name() + " does not select events (404).");
        in = answer.body();
        cutter = new LineCutter(in, "events", 1);
        lines = false;
    }
}
