package uk.vehicleregister.kernel.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// How events, and keepers before sealing, are written as JSON: in the order of declaration (Jackson's way with
/// records), dates as ISO text, absent optional fields left out. Fields a reader does not know are ignored, so that a
/// new optional one is free (style.md).
public final class EventJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addModule(new RecordsMadeQuickly())
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private EventJson() {}

    /// Immutable and safe to share.
    public static JsonMapper mapper() {
        return MAPPER;
    }

    public static String write(Object fact) {
        return MAPPER.writeValueAsString(fact);
    }

    /// An event as the log holds it, in today's shape. Whoever reads the log reads it through here, for it may hold any
    /// revision ever shipped. A name nobody knows, and a revision that none of the upcasters reads, is a fault.
    public static Fact readFact(String name, String revision, String json) {
        Class<? extends Fact> event = EventCatalogue.classOf(name);
        String today = EventCatalogue.revisionOf(event);
        if (revision.equals(today)) return read(json, event); // nearly always, and no tree is built
        ObjectNode written = (ObjectNode) MAPPER.readTree(json);
        ObjectNode upcast =
                Upcasters.SHIPPED.upcast(name, Integer.parseInt(revision), Integer.parseInt(today), written);
        return MAPPER.treeToValue(upcast, event);
    }

    /// JSON that does not fit is a fault and throws: nothing but this register writes the log.
    public static <T> T read(String json, Class<T> type) {
        return MAPPER.readValue(json, type);
    }
}
