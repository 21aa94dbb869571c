package uk.vehicleregister.program.load;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import uk.vehicleregister.program.Stopped;
import uk.vehicleregister.program.client.Answer;
import uk.vehicleregister.program.load.SourceRow.Rejection;

/// One run of an import: rows go out in chunks, a few at a time, and are accounted for in the order of the file.
final class Load {

    /// One is decided while the other is read and written. More keeps the log no busier, but crowds the service:
    /// rows of four requests waited so long for a connection that some were refused and sent again.
    private static final int IN_FLIGHT = 2;

    private record Sent(Chunk chunk, Future<@Nullable Answer> answer) {}

    private final SourceFile source;
    private final ImportService service;
    private final RejectsFile rejects;
    private final Progress progress;
    private final Deque<Sent> inFlight = new ArrayDeque<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private long rows;
    private long loaded;
    private long unchanged;
    private long position = -1;

    Load(SourceFile source, ImportService service, RejectsFile rejects, Progress progress) {
        this.source = source;
        this.service = service;
        this.rejects = rejects;
        this.progress = progress;
    }

    /// What became of the rows, and the log position after which all of them are known (-1: nothing was recorded).
    record Result(long rows, long loaded, long unchanged, long rejected, long position) {}

    Result run() throws IOException {
        try {
            Chunk chunk = new Chunk();
            for (SourceRow row = source.next(); row != null; row = source.next()) {
                Set<String> names = Chunk.namesOf(row, source.header());
                if (chunk.isFull() || chunk.speaksOfAny(names)) {
                    send(chunk);
                    chunk = new Chunk();
                }
                waitWhileInFlight(names);
                chunk.add(row, names);
            }
            send(chunk);
            while (!inFlight.isEmpty()) {
                settleFirst();
            }
            return new Result(rows, loaded, unchanged, rejects.rows(), position);
        } finally {
            threads.shutdownNow();
        }
    }

    private void send(Chunk chunk) {
        if (chunk.isEmpty()) {
            return;
        }
        while (inFlight.size() >= IN_FLIGHT) {
            settleFirst();
        }
        var request = chunk.request(source.header());
        inFlight.add(new Sent(chunk, threads.submit(() -> request.isEmpty() ? null : service.send(request))));
    }

    private void waitWhileInFlight(Set<String> names) {
        while (inFlight.stream().anyMatch(sent -> sent.chunk().speaksOfAny(names))) {
            settleFirst();
        }
    }

    private void settleFirst() {
        Sent first = inFlight.removeFirst();
        Map<Long, JsonNode> results = new HashMap<>();
        Answer answer = await(first.answer());
        if (answer != null) {
            position = Math.max(position, answer.position());
            for (JsonNode result : answer.body().path("results")) {
                results.put(result.path("line").asLong(-1), result);
            }
        }
        for (SourceRow row : first.chunk().rows()) {
            settle(row, results.get(row.line()));
        }
        progress.to(rows);
    }

    private void settle(SourceRow row, @Nullable JsonNode result) {
        rows++;
        Rejection broken = row.broken();
        if (broken != null) {
            rejects.add(row, broken);
            return;
        }
        String outcome = result == null ? "" : result.path("outcome").asString("");
        switch (outcome) {
            case "LOADED" -> loaded++;
            case "UNCHANGED" -> unchanged++;
            case "REJECTED" -> rejects.add(row, rejection(result));
            default ->
                throw Stopped.refused("The command service did not say what became of line " + row.line()
                        + ". Are this program and the service of the same version?");
        }
    }

    private static Rejection rejection(@Nullable JsonNode result) {
        if (result == null) {
            return new Rejection("UNKNOWN", "");
        }
        return new Rejection(
                result.path("code").asString("UNKNOWN"), result.path("reason").asString(""));
    }

    private static @Nullable Answer await(Future<@Nullable Answer> answer) {
        try {
            return answer.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Stopped stopped) {
                throw stopped;
            }
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw Stopped.unreachable("The import was interrupted. Run it again: it goes on where it stopped.");
        }
    }
}
