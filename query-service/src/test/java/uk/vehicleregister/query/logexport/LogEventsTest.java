package uk.vehicleregister.query.logexport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import uk.vehicleregister.eventstore.log.EventLogReader;
import uk.vehicleregister.eventstore.log.RecordedEvent;
import uk.vehicleregister.query.RunningService;
import uk.vehicleregister.query.TestVehicle;

class LogEventsTest {

    private final RunningService service = RunningService.shared();
    private final EventLogReader reader = new EventLogReader(service.database.query());

    @Test
    void every_event_is_told_exactly_as_it_is_stored_over_several_pages() {
        TestVehicle vehicle = TestVehicle.registeredOn("2011-04-01");
        long first = service.log.lastPosition() + 1;
        String odd = "{\"transactionId\":\"" + UUID.randomUUID()
                + "\",\"role\":\"citizen\", \"actor\" : \"\\u00e4 \u00e4 \u2028\"}";
        service.log.append(odd, vehicle.registered(null), vehicle.issued());
        for (int i = 0; i < 1200; i++)
            service.log.append(TestVehicle.registeredOn("2011-04-01").registered(null));
        long last = service.log.lastPosition();

        List<JsonNode> lines = lines("from=" + first + "&upTo=" + last);

        assertThat(lines).hasSize((int) (last - first + 1));
        List<RecordedEvent> stored = reader.after(first - 1, lines.size());
        for (int i = 0; i < lines.size(); i++) {
            JsonNode line = lines.get(i);
            RecordedEvent event = stored.get(i);
            assertThat(line.propertyNames())
                    .containsExactly(
                            "position",
                            "eventId",
                            "stream",
                            "version",
                            "type",
                            "revision",
                            "recordedAt",
                            "endsTransaction",
                            "payload",
                            "metadata");
            assertThat(line.get("position").asLong()).isEqualTo(first + i);
            assertThat(line.get("payload").stringValue()).isEqualTo(event.payload());
            assertThat(line.get("metadata").stringValue()).isEqualTo(event.metadata());
            assertThat(line.get("stream").stringValue()).isEqualTo(event.stream());
            assertThat(line.get("endsTransaction").booleanValue()).isEqualTo(event.endsTransaction());
            assertThat(line.get("recordedAt").asLong())
                    .isEqualTo(event.recordedAt().getEpochSecond() * 1_000_000
                            + event.recordedAt().getNano() / 1000);
        }
        assertThat(lines.getFirst().get("metadata").stringValue()).isEqualTo(odd);
    }

    @Test
    void a_range_begins_and_ends_where_it_says_and_an_empty_answer_is_the_end() {
        TestVehicle vehicle = TestVehicle.registeredOn("2011-04-01");
        long last = service.log.append(vehicle.registered(null), vehicle.issued());

        assertThat(lines("from=" + last + "&upTo=" + (last + 5))).hasSize(1);
        assertThat(lines("from=" + (last - 1) + "&upTo=" + (last - 1))).hasSize(1); // in mid-transaction
        long end = service.log.lastPosition();
        assertThat(lines("from=" + (end + 1) + "&upTo=" + (end + 9))).isEmpty();
        assertThat(lines("from=5&upTo=4")).isEmpty();
    }

    @Test
    void what_is_no_position_is_refused() {
        for (String question : new String[] {"from=-1", "from=x", "upTo=9999999999999999999", "from=", "upTo=1.5"})
            assertThat(get(question).status()).as(question).isEqualTo(400);
    }

    private List<JsonNode> lines(String question) {
        String text = get(question).text();
        assertThat(text.isEmpty() || text.endsWith("\n")).isTrue();
        return text.isEmpty()
                ? List.of()
                : List.of(text.split("\n")).stream()
                        .map(line -> RunningService.JSON.readTree(line))
                        .toList();
    }

    private RunningService.Answer get(String question) {
        return service.get("/v1/log/events?" + question, "Authorization", "Bearer " + service.token("auditor"));
    }
}
