package uk.vehicleregister.kernel.sealing;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;

/// A sealed text: the id of its data key as 22 characters of base64url, a full stop, the ciphertext as base64url
/// (design.md 5).
public record Sealed(@JsonValue String text) {

    private static final int KEY_ID_LENGTH = 22;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Sealed {
        requireNonNull(text);
    }

    /// The data key that opens it. A text without one is a fault in the log, never something a caller did.
    public UUID keyId() {
        if (text.indexOf('.') != KEY_ID_LENGTH) throw new IllegalStateException("a sealed text names no data key");
        ByteBuffer id = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text.substring(0, KEY_ID_LENGTH)));
        return new UUID(id.getLong(), id.getLong());
    }

    @Override
    public String toString() {
        return "Sealed[***]";
    }
}
