package uk.vehicleregister.eventstore.axon;

import java.util.List;

/// A stream's payloads as far as they are known here; `version` is that of the last, -1 when the stream is absent.
public record CachedStream(String name, long version, List<Object> payloads) {

    public CachedStream {
        payloads = List.copyOf(payloads);
    }

    @Override
    public String toString() {
        return "CachedStream[version " + version + "]";
    }
}
