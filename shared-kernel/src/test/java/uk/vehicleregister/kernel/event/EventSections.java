package uk.vehicleregister.kernel.event;

import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A section for each family of facts, with one for each event and each family inside it.
final class EventSections {

    private static final String APPROVED = "../shared-kernel/" + Approved.FOLDER + "/";

    private final Meanings meanings = new Meanings();
    private final List<String> contents = new ArrayList<>();
    private final List<String> sections = new ArrayList<>();

    EventSections() {
        for (Class<?> family : Fact.class.getPermittedSubclasses()) {
            String title = titleOf(family);
            contents.add("- [%s](#%s): %s".formatted(title, anchor(title), namesIn(family)));
            addFamily(family, "## " + title, "###");
        }
    }

    String contents() {
        return String.join("\n", contents);
    }

    String sections() {
        return String.join("\n\n", sections);
    }

    private void addFamily(Class<?> family, String heading, String below) {
        sections.add(heading);
        sections.add(meanings.of(family));
        for (Class<?> member : family.getPermittedSubclasses()) {
            if (member.isSealed()) addFamily(member, below + " " + words(member), below + "#");
            else addEvent(member.asSubclass(Fact.class), below);
        }
    }

    private void addEvent(Class<? extends Fact> event, String below) {
        sections.add(below + " " + EventCatalogue.nameOf(event));
        sections.add(meanings.of(event));
        sections.add("Stream `%s`. Counts from `%s`. Revision %s."
                .formatted(streamOf(event), effectiveOn(event), revisionsOf(event)));
        sections.add(Arrays.stream(event.getRecordComponents())
                .map(field -> row(event, field))
                .collect(Collectors.joining(
                        "\n", "| field | type | required | sealed | meaning |\n|---|---|---|---|---|\n", "")));
    }

    private String row(Class<? extends Fact> event, RecordComponent field) {
        return "| `%s` | `%s` | %s | %s | %s |"
                .formatted(
                        field.getName(),
                        FieldTypes.name(field.getGenericType()),
                        FieldTypes.isOptional(field) ? "optional" : "yes",
                        FieldTypes.isSealed(field.getGenericType()) ? "sealed" : "",
                        meanings.of(event, field.getName()))
                .replace(" |  |", " | |")
                .replace(" |  |", " | |");
    }

    /// The stream of the approved event, with the field that names it in the place of the name.
    private static String streamOf(Class<? extends Fact> event) {
        Path file = Approved.FOLDER.resolve(
                EventCatalogue.nameOf(event) + "." + EventCatalogue.revisionOf(event) + ".json");
        String stream = Approved.read(file).stream();
        for (var field : EventJson.mapper().readTree(Approved.compact(file)).properties()) {
            String value = field.getValue().asString("");
            if (!value.isEmpty() && stream.endsWith("-" + value)) {
                return stream.substring(0, stream.length() - value.length()) + "<" + field.getKey() + ">";
            }
        }
        return stream.substring(0, stream.indexOf('-')) + "-...";
    }

    private static String effectiveOn(Class<? extends Fact> event) {
        boolean isField = Arrays.stream(event.getRecordComponents())
                .anyMatch(field -> field.getName().equals("effectiveOn"));
        if (isField) return "effectiveOn";
        try {
            Class<?> sayer = event.getMethod("effectiveOn").getDeclaringClass();
            return SourceText.of(sayer)
                    .effectiveOn()
                    .orElseThrow(() -> new AssertionError("effectiveOn() of " + event.getSimpleName()
                            + " does more than return a date, and the page cannot say what"));
        } catch (NoSuchMethodException e) {
            throw new AssertionError(e);
        }
    }

    /// Today's, then those that are upcast, each with its approved file.
    private static String revisionsOf(Class<? extends Fact> event) {
        String name = EventCatalogue.nameOf(event);
        int today = Integer.parseInt(EventCatalogue.revisionOf(event));
        String now = "[%d](%s%s.%d.json)".formatted(today, APPROVED, name, today);
        if (today == 1) return now;
        return now
                + IntStream.range(1, today)
                        .mapToObj(old -> "[%d](%s%s.%d.json)".formatted(old, APPROVED, name, old))
                        .collect(Collectors.joining(", ", "; read as well: ", ""));
    }

    private static String namesIn(Class<?> family) {
        return Arrays.stream(family.getPermittedSubclasses())
                .map(member -> member.isSealed() ? namesIn(member) : link(EventCatalogue.nameOf(member)))
                .collect(Collectors.joining(", "));
    }

    private static String titleOf(Class<?> family) {
        String words = words(family).toLowerCase(Locale.ROOT);
        return "Events of " + ("aeio".indexOf(words.charAt(0)) < 0 ? "a " : "an ") + words;
    }

    /// `RoadUseFact` is about `Road use`.
    private static String words(Class<?> family) {
        String name = family.getSimpleName().replaceFirst("Facts?$", "");
        String spaced = name.replaceAll("(?<=[a-z])(?=[A-Z])", " ");
        return spaced.charAt(0) + spaced.substring(1).toLowerCase(Locale.ROOT);
    }

    private static String link(String heading) {
        return "[%s](#%s)".formatted(heading, anchor(heading));
    }

    /// As Markdown renderers make it from a heading.
    static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\w -]", "").replace(' ', '-');
    }
}
