package uk.vehicleregister.kernel.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The committed page is what the code says. After a change on purpose: run with `-Dapprove=true` and look at the
/// difference.
class EventsPageTest {

    private static final Path PAGE = Path.of("../docs/events.md");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#]*)(?:#([^)]*))?\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");

    @Test
    void the_committed_page_is_what_the_code_says() throws IOException {
        String renewed = EventsPage.renewed(Files.readString(PAGE));
        if (Boolean.getBoolean("approve")) Files.writeString(PAGE, renewed);

        assertThat(Files.readString(PAGE))
                .as("docs/events.md; renew it with"
                        + " ./mvnw -pl shared-kernel test -Dtest=EventsPageTest -Dapprove=true and read the difference")
                .isEqualTo(renewed);
    }

    @Test
    void the_page_names_every_event_and_every_field() throws IOException {
        String page = EventsPage.renewed(Files.readString(PAGE));
        for (Class<? extends Fact> event : EventCatalogue.all()) {
            assertThat(page).containsPattern("(?m)^#+ " + EventCatalogue.nameOf(event) + "$");
            for (RecordComponent field : event.getRecordComponents()) {
                assertThat(page).contains("| `" + field.getName() + "` |");
            }
        }
    }

    @Test
    void every_link_of_the_page_leads_somewhere() throws IOException {
        String page = EventsPage.renewed(Files.readString(PAGE));
        Set<String> headings = new TreeSet<>();
        HEADING.matcher(page).results().forEach(heading -> headings.add(EventSections.anchor(heading.group(1))));
        Matcher link = LINK.matcher(page);
        while (link.find()) {
            if (!link.group(1).isEmpty())
                assertThat(PAGE.resolveSibling(link.group(1))).exists();
            else assertThat(headings).contains(link.group(2));
        }
    }

    @Test
    void every_meaning_belongs_to_an_event_or_a_field_and_is_written_once() {
        Set<String> events = new TreeSet<>();
        Set<String> fields = new TreeSet<>();
        for (Class<? extends Fact> event : EventCatalogue.all()) {
            events.add(event.getSimpleName());
            for (Class<?> family : event.getInterfaces()) events.add(family.getSimpleName());
            Set<String> said = SourceText.of(event).parameters().keySet();
            Arrays.stream(event.getRecordComponents())
                    .map(RecordComponent::getName)
                    .forEach(field -> {
                        fields.add(field);
                        if (!said.contains(field)) fields.add(event.getSimpleName() + "." + field);
                    });
        }
        fields.addAll(events);
        assertThat(new Meanings().keys())
                .as(
                        "keys of meanings.properties that name a family, an event or a field whose record has no @param for it")
                .isNotEmpty()
                .isSubsetOf(fields);
    }
}
