package uk.vehicleregister.program.audit;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import uk.vehicleregister.transparencylog.MalformedException;
import uk.vehicleregister.transparencylog.merkle.Hash;
import uk.vehicleregister.transparencylog.merkle.InclusionProof;

/// One inclusion proof as a line of JSON: `{"position":n,"path":["...",...]}`, the hashes in base64 and in the order in
/// which RFC 9162 takes them.
record ProofLine(long position, List<Hash> path) {

    private static final JsonFactory JSON = JsonFactory.builder().build();
    private static final int BASE64_LENGTH = 44;

    static ProofLine of(InclusionProof proof) {
        return new ProofLine(proof.position(), proof.path());
    }

    static ProofLine read(byte[] bytes, int from, int length) {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), bytes, from, length)) {
            if (json.nextToken() != JsonToken.START_OBJECT) throw new MalformedException("is no JSON object", "line");
            if (!"position".equals(json.nextName()) || json.nextToken() != JsonToken.VALUE_NUMBER_INT)
                throw new MalformedException("is not where it should be, or no number", "position");
            long position = json.getLongValue();
            if (!"path".equals(json.nextName()) || json.nextToken() != JsonToken.START_ARRAY)
                throw new MalformedException("is not where it should be, or no list", "path");
            List<Hash> path = new ArrayList<>();
            while (json.nextToken() == JsonToken.VALUE_STRING) {
                if (path.size() == InclusionProof.MOST_HASHES)
                    throw new MalformedException("is longer than that of any tree", "path");
                path.add(hash(json.getString()));
            }
            if (json.currentToken() != JsonToken.END_ARRAY)
                throw new MalformedException("holds something that is no text", "path");
            if (json.nextToken() != JsonToken.END_OBJECT) throw new MalformedException("has another field", "line");
            if (json.nextToken() != null) throw new MalformedException("goes on after its object", "line");
            return new ProofLine(position, path);
        } catch (JacksonException e) {
            throw new MalformedException("is not JSON as an export writes it", "line");
        }
    }

    private static Hash hash(String text) {
        try {
            if (text.length() == BASE64_LENGTH)
                return Hash.of(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            throw new MalformedException("holds a hash that is no base64", "path");
        }
        throw new MalformedException("holds a hash that is not 32 bytes in base64", "path");
    }

    InclusionProof proof(long size) {
        return new InclusionProof(position, size, path);
    }

    @Override
    public String toString() {
        return path.stream()
                .map(hash -> '"' + hash.toString() + '"')
                .collect(Collectors.joining(",", "{\"position\":" + position + ",\"path\":[", "]}"));
    }
}
