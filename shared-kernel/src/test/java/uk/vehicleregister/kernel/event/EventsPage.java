package uk.vehicleregister.kernel.event;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// `docs/events.md`: prose by hand, and between the marks `begin` and `end` what the code says.
final class EventsPage {

    private EventsPage() {}

    /// The page with its made parts made anew; the prose around them stays.
    static String renewed(String page) {
        EventSections sections = new EventSections();
        String contents = filled(page, "contents", sections.contents());
        String events = filled(contents, "events", "\n" + sections.sections() + "\n");
        return filled(events, "values", "\n" + values() + "\n");
    }

    private static String filled(String page, String part, String text) {
        Pattern marks =
                Pattern.compile("(<!-- begin " + part + "\\b[^>]*-->\n).*?(<!-- end " + part + " -->)", Pattern.DOTALL);
        Matcher found = marks.matcher(page);
        if (!found.find()) throw new AssertionError("the page has no part between the marks of " + part);
        return found.replaceFirst("$1" + Matcher.quoteReplacement(text + "\n") + "$2");
    }

    private static String values() {
        return FieldTypes.within(EventCatalogue.all().stream()
                        .flatMap(event -> Arrays.stream(event.getRecordComponents()))
                        .map(RecordComponent::getGenericType)
                        .toList())
                .stream()
                .sorted(Comparator.comparing(Class::getSimpleName))
                .map(type -> "| `%s` | %s | %s |"
                        .formatted(
                                type.getSimpleName(),
                                json(type),
                                SourceText.of(type).sentences()))
                .collect(Collectors.joining("\n", "| value | in JSON | what it is |\n|---|---|---|\n", ""));
    }

    private static String json(Class<?> type) {
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(word -> "`" + EventJson.write(word).replace("\"", "") + "`")
                    .collect(Collectors.joining(", "));
        }
        if (FieldTypes.isOneValue(type)) {
            return type.getRecordComponents()[0].getType() == String.class ? "text" : "one value";
        }
        if (!type.isRecord()) {
            return "one of its kinds";
        }
        return Arrays.stream(type.getRecordComponents())
                .map(field -> "`%s` %s%s"
                        .formatted(
                                field.getName(),
                                FieldTypes.name(field.getGenericType()),
                                FieldTypes.isOptional(field) ? " (optional)" : ""))
                .collect(Collectors.joining(", ", "object: ", ""));
    }
}
