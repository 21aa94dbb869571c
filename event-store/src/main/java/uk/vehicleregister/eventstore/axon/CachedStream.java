package uk.vehicleregister.eventstore.axon;

import java.util.List;

/// A stream's payloads as far as they are known here; `version` is that of the last, -1 when the stream is absent.
public record CachedStream(String name, long version, List<Object> payloads) {

    public CachedStream {
        payloads = List.copyOf(payloads);
    }

    /// The payloads as what they are: a stream's name tells the family of all that goes into it.
    ///
    /// @param <F> that family
    @SuppressWarnings("unchecked") // whoever names another family gets a ClassCastException where it takes one out
    public <F> List<F> facts() {
        return (List<F>) payloads;
    }

    @Override
    public String toString() {
        return "CachedStream[version " + version + "]";
    }
}
