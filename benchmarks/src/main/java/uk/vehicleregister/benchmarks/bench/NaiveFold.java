package uk.vehicleregister.benchmarks.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import uk.vehicleregister.kernel.event.EventJson;

/// What the enquiry should say, found the long way: one event after the other, from the text of the log, with none of
/// the register's own types. It knows the kinds of events that a run of measurements leaves.
final class NaiveFold {

    private final Map<String, String[]> vehicles = new HashMap<>();

    static NaiveFold of(Connection log) throws SQLException {
        NaiveFold fold = new NaiveFold();
        log.setAutoCommit(false); // only then are rows fetched in parts
        try (Statement statement = log.createStatement()) {
            statement.setFetchSize(5_000);
            try (ResultSet row = statement.executeQuery(
                    "select type, payload from log.event where type <> 'MarkIssued' order by position")) {
                while (row.next()) fold.take(row.getString(1), row.getString(2));
            }
        } finally {
            log.setAutoCommit(true);
        }
        return fold;
    }

    void take(String type, String payload) {
        JsonNode fact = EventJson.mapper().readTree(payload);
        String id = fact.path("vehicleId").asString("");
        switch (type) {
            case "VehicleRegistered" -> {
                JsonNode details = fact.path("details");
                vehicles.put(id, new String[] {
                    fact.path("mark").asString(""),
                    details.path("make").asString(""),
                    details.path("colour").asString(""),
                    details.path("dateOfFirstRegistration").asString(""),
                    "f",
                    "null"
                });
            }
            case "V5CIssued" -> row(id)[5] = fact.path("issuedOn").asString("");
            case "KeeperChanged", "MarkIssued" -> row(id);
            case "RecordDisclosed" -> {} // an auditor looked; nothing of a vehicle is other for it
            default -> throw new IllegalStateException("the fold knows nothing of " + type);
        }
    }

    private String[] row(String id) {
        String[] row = vehicles.get(id);
        if (row == null) throw new IllegalStateException("something happened to a vehicle that is not registered");
        return row;
    }

    long rows() {
        return vehicles.size();
    }

    /// The same whatever the order of the rows.
    long digest() {
        long digest = 0;
        for (Map.Entry<String, String[]> vehicle : vehicles.entrySet()) {
            List<String> texts = new ArrayList<>();
            texts.add(vehicle.getKey());
            texts.addAll(List.of(vehicle.getValue()));
            digest += digest(texts);
        }
        return digest;
    }

    static long digest(List<String> row) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("|", row).getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(hash).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
