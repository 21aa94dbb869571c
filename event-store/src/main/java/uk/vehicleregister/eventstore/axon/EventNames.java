package uk.vehicleregister.eventstore.axon;

/// The written names of event types, which stay when classes move. Each method throws on what it does not know.
public interface EventNames {

    String nameOf(Class<?> type);

    String revisionOf(Class<?> type);

    Class<?> classOf(String name);
}
