package uk.vehicleregister.benchmarks.campaign.kill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import uk.vehicleregister.benchmarks.cluster.Cluster;
import uk.vehicleregister.kernel.event.EventJson;

/// The auditor who comes after each round, with `bin/register verify`: the whole log against its signed checkpoint, and
/// that against the one kept from the round before.
final class SealedHistory {

    /// A sealer that has sealed nothing new for so long needs a hand.
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Cluster cluster;
    private long size;

    SealedHistory(Cluster cluster) {
        this.cluster = cluster;
    }

    /// What did not hold. An audit is itself recorded, so there is always something that is not sealed yet.
    ///
    /// @param events so many must be sealed
    List<String> violations(long events) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            String answer = verify();
            JsonNode told = read(answer);
            if (told.path("good").asBoolean(false) && told.path("size").asLong() >= events) {
                size = told.path("size").asLong();
                return List.of();
            }
            boolean isWrong = told.has("wrong");
            if (isWrong || System.nanoTime() - until > 0)
                return List.of((isWrong ? "the sealed log: " : "not all of the log is sealed: ") + answer);
        }
    }

    /// Events under the last checkpoint that was good.
    long size() {
        return size;
    }

    private String verify() {
        ProcessBuilder program = new ProcessBuilder(
                        Path.of(System.getProperty("register.home", "."), "bin", "register")
                                .toString(),
                        "verify",
                        "--port",
                        Integer.toString(cluster.ports().portal()),
                        "--kept",
                        cluster.directory().resolve("auditor.kept").toString(),
                        "--json")
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        program.environment().put("REGISTER_SKIP_BUILD", "1");
        program.environment().remove("REGISTER_JAVA_OPTS");
        try {
            return new String(program.start().getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("bin/register verify cannot be started", e);
        }
    }

    /// Nothing, where it printed nothing: it could not reach the register.
    private static JsonNode read(String answer) {
        try {
            return EventJson.mapper().readTree(answer.isEmpty() ? "{}" : answer);
        } catch (JacksonException e) {
            throw new IllegalStateException("bin/register verify printed no JSON: " + answer, e);
        }
    }
}
