package uk.vehicleregister.program.audit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import uk.vehicleregister.query.proof.Proof;
import uk.vehicleregister.transparencylog.MalformedException;

/// An answer that came with its proof, as somebody filed it away.
///
/// @param told the answer without its proof
record ProvenAnswer(ObjectNode told, Proof proof) {

    /// A vehicle with a thousand events takes a few million bytes. Read as JSON it takes up to twenty times as much.
    private static final int MOST_BYTES = 8 * 1024 * 1024;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(MOST_BYTES)
                            .build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    /// Whether the file is one, and not an archive, which begins as zip files do.
    static boolean isIn(Path file) throws IOException {
        if (!Files.isRegularFile(file)) return false;
        try (InputStream in = Files.newInputStream(file)) {
            int first = in.read();
            while (first == ' ' || first == '\n' || first == '\r' || first == '\t') first = in.read();
            return first == '{';
        }
    }

    /// Throws MalformedException for what is no answer with a proof.
    static ProvenAnswer read(Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) throw new MalformedException("is too long", "answer");
        return of(Files.readAllBytes(file));
    }

    static ProvenAnswer of(byte[] json) {
        try {
            if (!(JSON.readTree(json) instanceof ObjectNode answer))
                throw new MalformedException("is no JSON object", "answer");
            JsonNode proof = answer.remove("proof");
            if (proof == null || !proof.isObject())
                throw new MalformedException("comes without a proof; ask for it with \"proof\": true", "answer");
            return new ProvenAnswer(answer, JSON.treeToValue(proof, Proof.class));
        } catch (JacksonException e) {
            throw new MalformedException("is not JSON as the register writes it", "answer");
        }
    }

    /// As it would have been told.
    static JsonNode asTold(Object answer) {
        return JSON.readTree(JSON.writeValueAsString(answer));
    }
}
