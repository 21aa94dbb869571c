package uk.vehicleregister.command.web;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Reads `{"items": [...]}` row by row, so that never more than one row is in memory as anything but text. What a
/// row says is not looked at: a broken one is told of when its turn comes.
final class BatchRows {

    static final String ITEMS = "items";
    static final int MOST_ROWS = 10_000;

    private static final int CHUNK = 100;
    private static final JsonMapper ROWS = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            // After a row comes the next one.
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private final List<BatchRequest.Chunk> chunks = new ArrayList<>();
    private final StringBuilder chunk = new StringBuilder();
    private final MessageDigest fingerprint = sha256();
    private int rows;
    private int rowsInChunk;

    /// Throws JacksonException where the text is no JSON, InvalidRequest where it is no batch.
    static BatchRows read(InputStream body) {
        BatchRows batch = new BatchRows();
        try (JsonParser json = ROWS.createParser(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            batch.readBody(json);
        }
        batch.endChunk();
        return batch;
    }

    List<BatchRequest.Chunk> chunks() {
        return chunks;
    }

    /// The same for the same rows, whatever their white space.
    String fingerprint() {
        return HexFormat.of().formatHex(fingerprint.digest());
    }

    private void readBody(JsonParser json) {
        List<FieldFault> faults = new ArrayList<>();
        if (json.nextToken() != JsonToken.START_OBJECT) throw notAnObject();
        boolean hasItems = false;
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            json.nextToken();
            if (name.equals(ITEMS)) {
                hasItems = true;
                readItems(json, faults);
            } else {
                json.skipChildren();
                faults.add(new FieldFault(Fields.shown(name), "UNKNOWN_FIELD", "is not a field of this request"));
            }
        }
        if (json.nextToken() != null) throw notAnObject();
        if (!hasItems) faults.addFirst(new FieldFault(ITEMS, "REQUIRED", "is required"));
        if (!faults.isEmpty()) throw new InvalidRequest(faults);
    }

    private void readItems(JsonParser json, List<FieldFault> faults) {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            json.skipChildren();
            faults.add(new FieldFault(ITEMS, "WRONG_TYPE", "must be a JSON array"));
            return;
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (rows == MOST_ROWS) {
                throw new InvalidRequest(ITEMS, "TOO_MANY", "may have at most " + MOST_ROWS + " rows");
            }
            add(ROWS.writeValueAsString(ROWS.readValue(json, Object.class)));
        }
        if (rows == 0) faults.add(new FieldFault(ITEMS, "TOO_SHORT", "must have at least one row"));
    }

    private void add(String row) {
        fingerprint.update(row.getBytes(StandardCharsets.UTF_8));
        fingerprint.update((byte) '\n');
        chunk.append(rowsInChunk == 0 ? '[' : ',').append(row);
        rows++;
        rowsInChunk++;
        if (rowsInChunk == CHUNK) endChunk();
    }

    private void endChunk() {
        if (rowsInChunk == 0) return;
        chunks.add(new BatchRequest.Chunk(
                rows - rowsInChunk + 1, rowsInChunk, chunk.append(']').toString()));
        chunk.setLength(0);
        rowsInChunk = 0;
    }

    static InvalidRequest notAnObject() {
        return new InvalidRequest("", "MALFORMED_JSON", "the body must be a JSON object");
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
