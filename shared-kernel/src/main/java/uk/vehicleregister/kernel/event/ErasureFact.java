package uk.vehicleregister.kernel.event;

import java.util.UUID;

/// What was forgotten. All that one order of a registrar erases is one stream.
public sealed interface ErasureFact extends Fact permits PersonErased {

    /// Before the id in the name of the stream.
    String PREFIX = "erasure-";

    UUID erasureId();

    @Override
    default String stream() {
        return streamOf(erasureId());
    }

    static String streamOf(UUID erasureId) {
        return PREFIX + erasureId;
    }
}
