package uk.vehicleregister.eventstore.axon;

import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import tools.jackson.databind.json.JsonMapper;

/// A small family of events to try the framework's side with.
sealed interface Notes {

    record Noted(String text) implements Notes {}

    /// Its first revision said `why` where this one says `reason`, and knew no lines.
    record Struck(String reason, int line) implements Notes {}

    /// What a snapshot holds.
    record Page(List<String> lines) implements Notes {}

    JsonMapper JSON = JsonMapper.builder().build();

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
            return type == Struck.class ? "2" : "1";
        }

        @Override
        public Class<?> classOf(String name) {
            Class<?> type = CLASSES.get(name);
            if (type == null) throw new IllegalArgumentException("No event is named " + name);
            return type;
        }

        @Override
        public Object read(String name, String revision, String text) {
            if (!name.equals("struck") || revision.equals("2")) return JSON.readValue(text, classOf(name));
            return new Struck(JSON.readTree(text).path("why").asString(), 0);
        }
    };

    NamedEventSerializer SERIALIZER = new NamedEventSerializer(JSON, NAMES);

    static DomainEventMessage<?> message(String stream, long version, Notes payload) {
        return new GenericDomainEventMessage<>(
                StoredEvent.family(stream), stream, version, payload, Map.of("actor", "me"));
    }
}
