package uk.vehicleregister.program.audit;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Where lines come from, chunk by chunk; null is the end. Throws MalformedException for what cannot be lines.
@FunctionalInterface
interface Feed {

    @Nullable
    Chunk next() throws IOException;
}
