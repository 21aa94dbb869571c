package uk.vehicleregister.program.tour;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.program.Ports;
import uk.vehicleregister.program.Say;
import uk.vehicleregister.program.Stopped;
import uk.vehicleregister.program.client.Answer;
import uk.vehicleregister.program.client.Call;
import uk.vehicleregister.program.client.Http;
import uk.vehicleregister.program.client.Tokens;

/// The steps of a tour as they are taken: each is sent, shown and held against what was expected of it.
final class Walk implements AutoCloseable {

    private static final String API_KEY = "demo-ves-key";

    private final Http http = new Http(Duration.ofSeconds(30));
    private final Ports ports;
    private final boolean quiet;
    private final Map<Role, Tokens> tokens = new EnumMap<>(Role.class);
    private final List<Map<String, Object>> taken = new ArrayList<>();
    private long position = -1;

    Walk(Ports ports, boolean quiet) {
        this.ports = ports;
        this.quiet = quiet;
    }

    /// A command, as that persona; done when it is answered 201.
    Answer command(String title, Role persona, String path, Map<String, ?> body, Function<Answer, String> essential) {
        return command(title, persona, path, body, 201, essential);
    }

    Answer command(
            String title,
            Role persona,
            String path,
            Map<String, ?> body,
            int expected,
            Function<Answer, String> essential) {
        Call call = Call.post(ports.commandAddress() + path, body)
                .with("Idempotency-Key", UUID.randomUUID().toString())
                .as(token(persona));
        Answer answer = step(title, persona.claim(), call, expected, essential);
        position = Math.max(position, answer.position());
        return answer;
    }

    /// A question to the query service about everything commanded so far.
    Answer question(String title, Role persona, String path, Map<String, ?> body, Function<Answer, String> essential) {
        Call call = Call.post(ports.queryAddress() + path, body)
                .with("If-Position-At-Least", Long.toString(Math.max(0, position)))
                .as(token(persona));
        return step(title, persona.claim(), call, 200, essential);
    }

    /// The public vehicle enquiry, with the demo's API key.
    Answer enquiry(String title, String mark, int expected) {
        Call call = Call.post(ports.queryAddress() + "/vehicle-enquiry/v1/vehicles", Map.of("registrationNumber", mark))
                .with("If-Position-At-Least", Long.toString(Math.max(0, position)))
                .with("x-api-key", API_KEY);
        return step(title, "API key", call, expected, Walk::vehicle);
    }

    /// Holds a fact of the last answer against what was expected.
    void expect(boolean holds, String otherwise) {
        if (!holds) {
            throw Stopped.refused("Step " + taken.size() + " is not as expected: " + otherwise);
        }
    }

    private Answer step(String title, String who, Call call, int expected, Function<Answer, String> essential) {
        Answer answer = http.demand(call, "the register");
        boolean asExpected = answer.status() == expected;
        String shown = asExpected ? essential.apply(answer) : answer.problem();
        note(title, who, call, answer.status(), shown);
        if (!asExpected) {
            throw Stopped.refused("Step " + taken.size() + " was answered " + answer.status() + " where " + expected
                    + " was expected: " + answer.problem());
        }
        return answer;
    }

    private void note(String title, String who, Call call, int status, String essential) {
        String path = URI.create(call.address()).getPath();
        Map<String, Object> step = new LinkedHashMap<>();
        step.put("step", taken.size() + 1);
        step.put("title", title);
        step.put("as", who);
        step.put("request", call.method() + " " + path);
        step.put("status", status);
        step.put("answer", essential);
        taken.add(step);
        if (!quiet) {
            Say.answer(String.format("%2d  %s", taken.size(), title));
            Say.answer(String.format("      %s %s (%s)  ->  %d  %s", call.method(), path, who, status, essential));
        }
    }

    List<Map<String, Object>> taken() {
        return taken;
    }

    private String token(Role persona) {
        return tokens.computeIfAbsent(persona, role -> new Tokens(http, ports.issuerAddress(), role))
                .demand();
    }

    private static String vehicle(Answer answer) {
        JsonNode body = answer.body();
        if (answer.status() != 200) {
            return body.path("errors").path(0).path("detail").asString("no such vehicle");
        }
        return String.join(
                ", ",
                answer.text("registrationNumber"),
                answer.text("make"),
                answer.text("colour"),
                "first registered " + answer.text("monthOfFirstRegistration"),
                "last V5C " + answer.text("dateOfLastV5CIssued"));
    }

    @Override
    public void close() {
        http.close();
    }
}
