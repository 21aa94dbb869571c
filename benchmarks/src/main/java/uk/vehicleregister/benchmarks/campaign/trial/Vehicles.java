package uk.vehicleregister.benchmarks.campaign.trial;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import uk.vehicleregister.benchmarks.wire.Reply;
import uk.vehicleregister.benchmarks.wire.Wire;
import uk.vehicleregister.program.ImportColumns;
import uk.vehicleregister.program.Stopped;
import uk.vehicleregister.program.fleet.Fleet;

/// The vehicles that commands are about, loaded as any older records are.
final class Vehicles {

    private static final int ROWS_A_REQUEST = 250;

    /// A service that has just started on a busy machine may say 503 at first.
    private static final int PATIENT_FOR = 20;

    private Vehicles() {}

    /// Answers their marks.
    ///
    /// @param registrar the header of somebody who may load them
    static List<String> load(Wire wire, String registrar, int vehicles) throws IOException {
        Fleet fleet = Fleet.sample(LocalDate.now());
        List<String> marks = new ArrayList<>();
        for (int failures = 0; marks.size() < vehicles; ) {
            List<Map<String, Object>> rows = new ArrayList<>();
            for (int i = 0; i < Math.min(ROWS_A_REQUEST, vehicles - marks.size()); i++) rows.add(row(fleet, i));
            Reply reply = wire.send("/v1/imports", registrar, Map.of("rows", rows));
            List<String> loaded = loaded(rows, reply);
            marks.addAll(loaded);
            if (!loaded.isEmpty()) continue;
            if (++failures > PATIENT_FOR) throw Stopped.unreachable("No vehicles can be loaded: " + reply);
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
        return marks;
    }

    private static List<String> loaded(List<Map<String, Object>> rows, Reply reply) {
        List<String> marks = new ArrayList<>();
        for (JsonNode result : reply.json().path("results"))
            if (result.path("outcome").asString("").equals("LOADED"))
                marks.add(
                        String.valueOf(rows.get(result.path("line").asInt() - 1).get(ImportColumns.MARK)));
        return marks;
    }

    private static Map<String, Object> row(Fleet fleet, int index) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("line", index + 1);
        List<String> values = fleet.next();
        for (int i = 0; i < values.size(); i++) row.put(ImportColumns.ALL.get(i), values.get(i));
        return row;
    }
}
