package uk.vehicleregister.program.audit;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import uk.vehicleregister.transparencylog.MalformedException;
import uk.vehicleregister.transparencylog.leaf.EventLeaf;

/// One event as the register tells it (docs/audit.md), read from a line of JSON: these ten fields in this order and
/// nothing else. What is wrong is told by field and never with what stood there.
final class EventLine {

    /// A line may be so long: an event of the register has some hundred bytes, a part of a batch a few hundred
    /// thousand. Some eight chunks of such lines are held at a time, and 384 MB must hold them.
    static final int MOST_BYTES = 4 * 1024 * 1024;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxStringLength(MOST_BYTES).build())
            .build();

    private static final int UUID_LENGTH = 36;

    private EventLine() {}

    static EventLeaf read(byte[] bytes, int from, int length) {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), bytes, from, length)) {
            if (json.nextToken() != JsonToken.START_OBJECT) throw new MalformedException("is no JSON object", "line");
            long position = number(json, "position");
            if (position < 0) throw new MalformedException("is negative", "position");
            EventLeaf leaf = new EventLeaf(
                    position,
                    uuid(text(json, "eventId")),
                    whole(text(json, "stream"), "stream"),
                    number(json, "version"),
                    whole(text(json, "type"), "type"),
                    whole(text(json, "revision"), "revision"),
                    number(json, "recordedAt"),
                    truth(json, "endsTransaction"),
                    utf8(text(json, "payload"), "payload"),
                    utf8(text(json, "metadata"), "metadata"));
            if (json.nextToken() != JsonToken.END_OBJECT) throw new MalformedException("has another field", "line");
            if (json.nextToken() != null) throw new MalformedException("goes on after its object", "line");
            return leaf;
        } catch (JacksonException e) {
            throw new MalformedException("is not JSON as the register writes it", "line");
        }
    }

    private static void name(JsonParser json, String name) {
        @Nullable String found = json.nextName();
        if (!name.equals(found)) throw new MalformedException("is not where it should be", name);
        json.nextToken();
    }

    private static long number(JsonParser json, String name) {
        name(json, name);
        if (json.currentToken() != JsonToken.VALUE_NUMBER_INT) throw new MalformedException("is no number", name);
        return json.getLongValue();
    }

    private static boolean truth(JsonParser json, String name) {
        name(json, name);
        if (json.currentToken() == JsonToken.VALUE_TRUE) return true;
        if (json.currentToken() == JsonToken.VALUE_FALSE) return false;
        throw new MalformedException("is neither true nor false", name);
    }

    private static String text(JsonParser json, String name) {
        name(json, name);
        if (json.currentToken() != JsonToken.VALUE_STRING) throw new MalformedException("is no text", name);
        return json.getString();
    }

    private static UUID uuid(String text) {
        if (text.length() == UUID_LENGTH) {
            try {
                UUID id = UUID.fromString(text);
                if (id.toString().equals(text)) return id;
            } catch (IllegalArgumentException e) {
                throw new MalformedException("is no UUID", "eventId");
            }
        }
        throw new MalformedException("is no UUID as the register writes it", "eventId");
    }

    /// Half a surrogate pair has no bytes that could be hashed.
    private static String whole(String text, String name) {
        if (hasSurrogates(text)) strictUtf8(text, name);
        return text;
    }

    private static byte[] utf8(String text, String name) {
        return hasSurrogates(text) ? strictUtf8(text, name) : text.getBytes(StandardCharsets.UTF_8);
    }

    private static boolean hasSurrogates(String text) {
        for (int i = 0; i < text.length(); i++) if (Character.isSurrogate(text.charAt(i))) return true;
        return false;
    }

    private static byte[] strictUtf8(String text, String name) {
        try {
            ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            return Arrays.copyOf(bytes.array(), bytes.remaining());
        } catch (CharacterCodingException e) {
            throw new MalformedException("has half of a surrogate pair", name);
        }
    }
}
