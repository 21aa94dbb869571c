package uk.vehicleregister.query.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.query.RunningService;
import uk.vehicleregister.query.RunningService.Answer;

class FaultsTest {

    private static final String PATH = "/v1/vehicle-history";

    private final RunningService service = RunningService.shared();

    @Test
    void tokens_that_are_bad_expired_or_foreign_are_401() {
        String good = service.token("auditor");
        String payload = good.split("\\.")[1];
        String unsigned = Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8))
                + "." + payload + ".";
        for (String token : new String[] {
            "nonsense",
            "",
            unsigned,
            good.substring(0, good.length() - 8) + "AAAAAAAA",
            service.expiredToken("auditor"),
            service.token("register", "somebody-else", 3600, "auditor"),
            service.token("another-issuer", "vehicle-register", 3600, "auditor"),
            service.tokenOfIssuer("http://localhost/somebody-else", "auditor")
        }) {
            Answer answer = service.post(PATH, "{}", "Authorization", "Bearer " + token);
            assertProblem(answer, 401, "UNAUTHORISED");
            assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
        }
        assertProblem(service.post(PATH, "{}"), 401, "UNAUTHORISED");
        assertProblem(service.post(PATH, "{}", "Authorization", "Basic YTpi"), 401, "UNAUTHORISED");
    }

    @Test
    void a_token_without_roles_we_know_is_403() {
        for (String[] roles : new String[][] {{}, {"king"}, {"citizen", "registrar"}})
            assertProblem(
                    service.post(PATH, "{}", "Authorization", "Bearer " + service.token(roles)), 403, "FORBIDDEN");
        assertProblem(
                service.post(PATH, "{}", "Authorization", "Bearer " + service.token("king", "auditor")),
                400,
                "INVALID_REQUEST");
    }

    @Test
    void unknown_addresses_methods_and_media_types_are_problems_too() {
        assertProblem(service.get("/v1/nothing-here"), 404, "NOT_FOUND");
        assertProblem(service.get("/"), 404, "NOT_FOUND");
        assertProblem(service.get("/error"), 404, "NOT_FOUND");
        Answer wrongMethod = service.get(PATH);
        assertProblem(wrongMethod, 405, "METHOD_NOT_ALLOWED");
        assertThat(wrongMethod.header("Allow")).isEqualTo("POST");
        assertProblem(
                service.post(
                        PATH,
                        "a=b",
                        "Content-Type",
                        "application/x-www-form-urlencoded",
                        "Authorization",
                        "Bearer " + service.token("auditor")),
                415,
                "UNSUPPORTED_MEDIA_TYPE");
        assertProblem(service.get("/v1/log/position", "Accept", "text/html"), 406, "NOT_ACCEPTABLE");
    }

    @Test
    void json_that_is_none_is_400() {
        for (String body : new String[] {
            "",
            "{",
            "{}}",
            "[1,2",
            "\u0000",
            "{\"vehicleId\":\"a\nb\"}",
            "{\"vehicleId\":\"a\",\"vehicleId\":\"a\"}",
            "{'vehicleId':'a'}",
            "[".repeat(5000),
            "{\"vehicleId\":" + "9".repeat(5000) + "}",
            "null",
            "7",
            "\"vehicleId\"",
            "[]"
        }) {
            Answer answer = post(body);
            assertProblem(answer, 400, "INVALID_REQUEST");
            assertThat(answer.json().get("errors")).isNotEmpty();
        }
    }

    @Test
    void a_body_over_the_limit_is_400_whether_its_length_is_told_or_not() {
        byte[] large = ("{\"vehicleId\":\"" + "x".repeat(1_000_000) + "\"}").getBytes(StandardCharsets.UTF_8);
        assertProblem(post(new String(large, StandardCharsets.UTF_8)), 400, "INVALID_REQUEST");
        Answer chunked = service.send(service.request(
                        PATH, "Content-Type", "application/json", "Authorization", "Bearer " + service.token("auditor"))
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large))));
        assertProblem(chunked, 400, "INVALID_REQUEST");
        assertProblem(post("{\"vehicleId\":\"" + "x".repeat(200_000) + "\"}"), 400, "INVALID_REQUEST");
    }

    @Test
    void a_position_that_is_no_number_is_400() {
        for (String position : new String[] {"-1", "x", "1.5", "99999999999999999999", ""})
            assertProblem(service.get("/v1/log/position", "If-Position-At-Least", position), 400, "INVALID_REQUEST");
    }

    @Test
    void what_the_container_refuses_by_itself_tells_nothing() throws Exception {
        URI address = service.address("/");
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write("GET /v1/{bad} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer)
                    .startsWith("HTTP/1.1 400")
                    .doesNotContain("Exception")
                    .doesNotContain("Tomcat");
        }
    }

    private Answer post(String body) {
        return service.post(PATH, body, "Authorization", "Bearer " + service.token("auditor"));
    }

    private static void assertProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.json().get("status").asInt()).isEqualTo(status);
        assertThat(answer.json().get("code").asString()).isEqualTo(code);
        assertThat(answer.json().get("title").asString()).isNotBlank();
        assertThat(answer.json().get("detail").asString()).isNotBlank();
        assertThat(answer.text()).doesNotContain("Exception");
    }
}
