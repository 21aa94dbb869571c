package uk.vehicleregister.benchmarks.campaign.projections;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import uk.vehicleregister.benchmarks.campaign.trial.Await;
import uk.vehicleregister.benchmarks.campaign.trial.MotTrial;
import uk.vehicleregister.benchmarks.campaign.trial.Senders;
import uk.vehicleregister.benchmarks.wire.Reply;
import uk.vehicleregister.benchmarks.wire.Wire;

/// One event that cannot be read, from its appearance to its mending.
final class PoisonTrial {

    private final MotTrial trial;
    private final Duration patience;
    private final Map<String, Object> figures = new LinkedHashMap<>();

    /// @param patience how long the projections may take to stand, or to go on
    PoisonTrial(MotTrial trial, Duration patience) {
        this.trial = trial;
        this.patience = patience;
    }

    Map<String, Object> figures() {
        return figures;
    }

    List<String> play() throws SQLException, IOException, InterruptedException {
        Poison poison = Poison.append(trial.books());
        new Senders(trial, 8).asFastAsAnswered(Duration.ofMillis(500));
        long end = trial.books().logEnd();
        Await.within(patience, () -> health().status() == 503);
        boolean settled = Await.within(
                patience,
                () -> violations(poison.position(), end, standing(), positions(), metrics())
                        .isEmpty());
        List<String> found =
                settled ? List.of() : violations(poison.position(), end, standing(), positions(), metrics());
        figures.put(
                "projections that stood at the event",
                String.join(", ", standing().keySet()));
        figures.put(
                "projections that went on",
                positions().values().stream().filter(at -> at >= end).count());
        poison.makeReadable();
        trial.query().kill();
        trial.query().start();
        List<String> all = new ArrayList<>(found);
        if (!trial.awaitProjected(patience)) all.add("after the mending the read models do not catch up");
        if (health().status() != 200) all.add("after the mending the service is not ready");
        return all;
    }

    /// @param standing what health says: who stands, and at which position
    /// @param positions how far each projection's own books say it has come
    /// @param stopped the projections the metrics call stopped
    static List<String> violations(
            long poison, long end, Map<String, Long> standing, Map<String, Long> positions, List<String> stopped) {
        List<String> found = new ArrayList<>();
        if (standing.isEmpty()) found.add("health names nobody who stands at the event that cannot be read");
        if (standing.size() == positions.size()) found.add("everybody stands, also whom the event does not concern");
        standing.forEach((name, at) -> {
            if (at != poison - 1) found.add(name + " stands at " + at + " and not right before " + poison);
        });
        positions.forEach((name, at) -> {
            if (standing.containsKey(name) && at != poison - 1)
                found.add(name + " has " + at + " in its books and not " + (poison - 1));
            if (!standing.containsKey(name) && at < end) found.add(name + " came to " + at + " and not to " + end);
        });
        if (!standing.keySet().equals(Set.copyOf(stopped)))
            found.add("metrics call stopped " + stopped + ", health " + standing.keySet());
        return found;
    }

    private Map<String, Long> standing() throws IOException {
        Map<String, Long> standing = new TreeMap<>();
        JsonNode details =
                health().json().path("components").path("projections").path("details");
        details.properties().forEach(projection -> {
            if (projection.getValue().has("stoppedBy"))
                standing.put(
                        projection.getKey(),
                        projection.getValue().path("position").asLong());
        });
        return standing;
    }

    private Map<String, Long> positions() throws SQLException {
        Map<String, Long> positions = new TreeMap<>();
        for (String row : trial.books()
                .rows("select processor_name || '=' || position from read.projection_token where segment = 0"))
            positions.put(row.substring(0, row.indexOf('=')), Long.parseLong(row.substring(row.indexOf('=') + 1)));
        return positions;
    }

    private List<String> metrics() throws IOException {
        return get("/actuator/prometheus")
                .body()
                .lines()
                .filter(line -> line.startsWith("register_projection_stopped{") && line.endsWith(" 1.0"))
                .map(line -> line.replaceFirst(".*projection=\"([^\"]+)\".*", "$1"))
                .toList();
    }

    private Reply health() throws IOException {
        return get("/actuator/health/readiness");
    }

    private Reply get(String path) throws IOException {
        try (Wire wire = new Wire(trial.query().address(), patience)) {
            return wire.send(Wire.get(path));
        }
    }
}
