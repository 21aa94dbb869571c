package uk.vehicleregister.query.logexport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import uk.vehicleregister.eventstore.log.EventLogReader;
import uk.vehicleregister.eventstore.log.RawEvent;
import uk.vehicleregister.query.RunningService;
import uk.vehicleregister.query.TestVehicle;

class LogSelectionTest {

    private final RunningService service = RunningService.shared();
    private final EventLogReader reader = new EventLogReader(service.database.query());

    @Test
    void of_a_vehicle_are_the_events_of_its_stream_and_of_a_mark_those_of_its_own() {
        TestVehicle vehicle = TestVehicle.registeredOn("2011-04-01");
        long first = service.log.append(vehicle.registered(null));
        long issued = service.log.append(vehicle.issued());
        service.log.append(TestVehicle.registeredOn("2011-04-01").registered(null));
        long last = service.log.append(vehicle.v5c(service.log, "11111111111", "2011-04-01"));
        String id = vehicle.id().text();
        String mark = vehicle.mark().text();

        assertThat(positions("{\"vehicleId\":\"" + id + "\"}")).containsExactly(first, last);
        assertThat(positions("{\"vehicleId\":\"" + id + "\",\"from\":" + (first + 1) + "}"))
                .containsExactly(last);
        assertThat(positions("{\"vehicleId\":\"" + id + "\",\"from\":" + (last + 1) + "}"))
                .isEmpty();
        assertThat(positions("{\"registrationMark\":\"" + mark.substring(0, 4) + " " + mark.substring(4) + "\"}"))
                .containsExactly(issued);
    }

    @Test
    void of_a_period_are_the_events_recorded_from_its_beginning_and_before_its_end() {
        long first = service.log.append(TestVehicle.registeredOn("2011-04-01").registered(null));
        long last = service.log.append(TestVehicle.registeredOn("2011-04-01").registered(null));
        Instant begins = recordedAt(first);
        Instant ends = recordedAt(last);

        assertThat(begins).isBefore(ends);
        assertThat(positions("{\"recordedFrom\":\"" + begins + "\",\"recordedBefore\":\"" + ends + "\"}"))
                .containsExactly(first);
        assertThat(positions("{\"recordedFrom\":\"" + begins + "\"}")).contains(first, last);
        assertThat(positions("{\"recordedBefore\":\"" + begins + "\"}")).doesNotContain(first, last);
        assertThat(positions("{\"recordedFrom\":\"" + ends.plusSeconds(3600) + "\"}"))
                .isEmpty();
    }

    @Test
    void a_mark_that_was_never_issued_has_none() {
        assertThat(positions("{\"registrationMark\":\"ZZ99 ZZZ\"}")).isEmpty();
    }

    @Test
    void nothing_or_two_things_asked_for_is_refused() {
        for (String question : new String[] {
            "{}",
            "{\"from\":3}",
            "{\"vehicleId\":\"no id!\"}",
            "{\"registrationMark\":\"ZZ99 ZZZ\",\"recordedFrom\":\"2026-01-01T00:00:00Z\"}",
            "{\"recordedFrom\":\"yesterday\"}",
            "{\"registrationMark\":\"ZZ99 ZZZ\",\"from\":-1}",
            "{\"registrationMark\":\"ZZ99 ZZZ\",\"more\":1}"
        }) assertThat(ask(question, "auditor").status()).as(question).isEqualTo(400);
    }

    @Test
    void nobody_but_an_auditor_may_ask() {
        assertThat(service.post("/v1/log/selections", "{}").status()).isEqualTo(401);
        assertThat(ask("{\"registrationMark\":\"ZZ99 ZZZ\"}", "citizen").status())
                .isEqualTo(403);
        assertThat(ask("{\"registrationMark\":\"ZZ99 ZZZ\"}", "registrar").status())
                .isEqualTo(403);
    }

    private Instant recordedAt(long position) {
        RawEvent event = reader.asStored(position - 1, 1).getFirst();
        return Instant.EPOCH.plus(event.recordedAtMicros(), ChronoUnit.MICROS);
    }

    private List<Long> positions(String question) {
        RunningService.Answer answer = ask(question, "auditor");
        assertThat(answer.status()).isEqualTo(200);
        return answer.text()
                .lines()
                .map(line -> RunningService.JSON.readTree(line))
                .map((JsonNode line) -> line.get("position").asLong())
                .toList();
    }

    private RunningService.Answer ask(String question, String role) {
        return service.post("/v1/log/selections", question, "Authorization", "Bearer " + service.token(role));
    }
}
