package uk.vehicleregister.eventstore.axon;

import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import tools.jackson.databind.json.JsonMapper;

/// A small family of events to try the framework's side with.
sealed interface Notes {

    record Noted(String text) implements Notes {}

    record Struck(String reason, int line) implements Notes {}

    /// What a snapshot holds.
    record Page(List<String> lines) implements Notes {}

    EventNames NAMES = new EventNames() {
        private static final Map<String, Class<?>> CLASSES =
                Map.of("noted", Noted.class, "struck", Struck.class, "page", Page.class);

        @Override
        public String nameOf(Class<?> type) {
            return CLASSES.entrySet().stream()
                    .filter(entry -> entry.getValue() == type)
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElseThrow();
        }

        @Override
        public String revisionOf(Class<?> type) {
            return "1";
        }

        @Override
        public Class<?> classOf(String name) {
            Class<?> type = CLASSES.get(name);
            if (type == null) throw new IllegalArgumentException("No event is named " + name);
            return type;
        }
    };

    NamedEventSerializer SERIALIZER =
            new NamedEventSerializer(JsonMapper.builder().build(), NAMES);

    static DomainEventMessage<?> message(String stream, long version, Notes payload) {
        return new GenericDomainEventMessage<>(
                StoredEvent.family(stream), stream, version, payload, Map.of("actor", "me"));
    }
}
