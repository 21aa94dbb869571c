package uk.vehicleregister.program.lifestory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.program.client.Answer;
import uk.vehicleregister.program.running.WholeRegister;

/// Sends the story's commands, and asks every question about all that has been commanded so far.
final class Teller {

    private static final String VEHICLE_ID = "vehicleId";

    private final WholeRegister register = WholeRegister.shared();
    private long position = -1;

    /// @param namesAndValues the body
    Answer command(Role role, String command, Object... namesAndValues) {
        String key = UUID.randomUUID().toString();
        Answer answer = register.command("/v1/" + command, role, "somebody", key, body(namesAndValues));
        assertThat(answer.status()).as("%s: %s", command, answer.problem()).isEqualTo(201);
        position = answer.position();
        assertThat(stateOf(answer, role)).isEqualTo("DONE");
        return answer;
    }

    String refused(Role role, String command, Object... namesAndValues) {
        Answer answer = register.command(
                "/v1/" + command, role, "somebody", UUID.randomUUID().toString(), body(namesAndValues));
        assertThat(answer.status()).isGreaterThanOrEqualTo(400);
        return answer.text("code");
    }

    /// Where the application stands, for who sent it.
    private String stateOf(Answer answer, Role role) {
        return register.ask("/v1/transactions/" + answer.text("transactionId"), role, "somebody", position, null)
                .text("state");
    }

    Answer enquiry(String mark) {
        return register.enquire(mark, position);
    }

    /// The state of the vehicle.
    ///
    /// @param also `effectiveAt`, `recordedAt`
    JsonNode state(String vehicle, Object... also) {
        return history(vehicle, also).path("state");
    }

    List<String> eventsOf(String vehicle) {
        return texts(history(vehicle).path("events"), "type");
    }

    /// The time of the newest event: what was known then can be asked for ever after.
    String now(String vehicle) {
        JsonNode events = history(vehicle).path("events");
        return events.get(events.size() - 1).path("recordedAt").asString();
    }

    private JsonNode history(String vehicle, Object... also) {
        Map<String, Object> question = body(also);
        question.put(VEHICLE_ID, vehicle);
        return ask(Role.AUDITOR, "/v1/vehicle-history", question);
    }

    /// Where the mark was, oldest first: `VEHICLE 2016-03-15 2026-07-01`.
    List<String> placesOf(String mark) {
        List<String> places = new ArrayList<>();
        for (JsonNode period : ask(Role.AUDITOR, "/v1/mark-history", body("registrationMark", mark))
                .path("periods"))
            places.add("%s %s %s"
                    .formatted(
                            period.path("place").asString(),
                            period.path("from").asString(),
                            period.path("to").asString("open")));
        return places;
    }

    /// Types of what the post brought, oldest first.
    List<String> documentsOf(String vehicle) {
        return texts(documents(vehicle), "type");
    }

    /// The reference of the latest V5C, as its holder reads it.
    String reference(String vehicle) {
        String latest = "";
        for (JsonNode document : documents(vehicle))
            if (document.path("type").asString().equals("V5C"))
                latest = document.path("documentReference").asString();
        return latest;
    }

    private JsonNode documents(String vehicle) {
        return ask(Role.REGISTRAR, "/v1/documents/search", body(VEHICLE_ID, vehicle));
    }

    private JsonNode ask(Role role, String path, Object question) {
        Answer answer = register.ask(path, role, "somebody", position, question);
        assertThat(answer.status()).as("%s: %s", path, answer.problem()).isEqualTo(200);
        return answer.body();
    }

    private static List<String> texts(JsonNode all, String field) {
        return all.valueStream().map(one -> one.path(field).asString()).toList();
    }

    static Map<String, Object> body(Object... namesAndValues) {
        Map<String, Object> body = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) body.put((String) namesAndValues[i], namesAndValues[i + 1]);
        return body;
    }
}
