package uk.vehicleregister.eventstore.axon;

/// The written names of event types, which stay when classes move, and how the text under them becomes an event. Each
/// method throws on what it does not know.
public interface EventNames {

    String nameOf(Class<?> type);

    String revisionOf(Class<?> type);

    Class<?> classOf(String name);

    /// The event in its shape of today, whichever revision wrote the text.
    Object read(String name, String revision, String text);
}
