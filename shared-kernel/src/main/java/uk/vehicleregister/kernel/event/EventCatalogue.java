package uk.vehicleregister.kernel.event;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/// Every event there is, by name, read from the sealed families of [Fact], so that none can be forgotten here.
public final class EventCatalogue {

    private static final Map<String, Class<? extends Fact>> BY_NAME = byName();

    private EventCatalogue() {}

    public static Set<Class<? extends Fact>> all() {
        return Collections.unmodifiableSet(new LinkedHashSet<>(BY_NAME.values()));
    }

    public static String nameOf(Class<?> event) {
        return recorded(event).name();
    }

    public static String revisionOf(Class<?> event) {
        return Integer.toString(recorded(event).revision());
    }

    /// A name nobody knows is a fault: the log holds what this program cannot read.
    public static Class<? extends Fact> classOf(String name) {
        Class<? extends Fact> event = BY_NAME.get(name);
        if (event == null) throw new IllegalArgumentException("no event has the name " + name);
        return event;
    }

    private static Recorded recorded(Class<?> event) {
        Recorded recorded = event.getAnnotation(Recorded.class);
        if (recorded == null) throw new IllegalArgumentException(event.getName() + " is no event with a name");
        return recorded;
    }

    private static Map<String, Class<? extends Fact>> byName() {
        Map<String, Class<? extends Fact>> events = new LinkedHashMap<>();
        collect(Fact.class, events);
        return events;
    }

    private static void collect(Class<?> family, Map<String, Class<? extends Fact>> events) {
        if (!family.isSealed()) {
            Class<? extends Fact> event = family.asSubclass(Fact.class);
            if (events.put(nameOf(event), event) != null) {
                throw new IllegalStateException("two events have the name " + nameOf(event));
            }
            return;
        }
        for (Class<?> member : family.getPermittedSubclasses()) collect(member, events);
    }
}
