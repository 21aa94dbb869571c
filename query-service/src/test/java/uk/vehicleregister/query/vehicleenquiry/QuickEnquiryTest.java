package uk.vehicleregister.query.vehicleenquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.vehicleregister.query.RunningService;
import uk.vehicleregister.query.RunningService.Answer;
import uk.vehicleregister.query.TestVehicle;
import uk.vehicleregister.query.projection.Projections;
import uk.vehicleregister.query.rebuild.Rebuild;

/// The short way against the long one. Whether an answer came from memory is seen by spoiling the row.
class QuickEnquiryTest {

    private static final String KEY = "demo-ves-key";
    private static final Pattern COUNTED = Pattern.compile(
            "http_server_requests_seconds_count\\{[^}]*status=\"200\",uri=\"/vehicle-enquiry/v1/vehicles\"} (\\d+)");

    private final RunningService service = RunningService.shared();

    @Test
    void an_answer_asked_for_again_comes_from_memory_and_is_the_same_in_every_header() {
        TestVehicle vehicle = registered();
        Answer first = untilReady(vehicle);
        spoil(vehicle);
        Answer again = ask(vehicle, "X-Correlation-Id", "abc-1");
        assertThat(again.text()).isEqualTo(first.text());
        Map<String, List<String>> expected = headers(first);
        expected.put("x-correlation-id", List.of("abc-1"));
        assertThat(headers(again)).isEqualTo(expected);
        assertThat(again.header("Content-Length")).isEqualTo("" + again.text().length());
        assertThat(Long.parseLong(again.header("Register-Position")))
                .isGreaterThanOrEqualTo(Long.parseLong(first.header("Register-Position")));
    }

    @Test
    void one_who_asks_for_a_position_or_in_an_unusual_way_goes_the_long_way() {
        TestVehicle vehicle = registered();
        untilReady(vehicle);
        spoil(vehicle);
        assertThat(ask(vehicle, "If-Position-At-Least", "0").text()).contains("SPOILT");
        assertThat(ask(vehicle, "Accept", "application/*").text()).contains("SPOILT");
        assertThat(ask(vehicle, "Content-Type", "application/json;charset=ISO-8859-1")
                        .text())
                .contains("SPOILT");
        assertThat(service.post(
                                QuickEnquiry.PATH + "?a=b",
                                "{\"registrationNumber\":\"" + vehicle.mark().text() + "\"}",
                                "x-api-key",
                                KEY)
                        .text())
                .contains("SPOILT");
        assertThat(service.post(
                                QuickEnquiry.PATH,
                                "{\"more\":1,\"registrationNumber\":\""
                                        + vehicle.mark().text() + "\"}",
                                "x-api-key",
                                KEY)
                        .text())
                .contains("SPOILT");
        assertThat(ask(vehicle, "Accept", "text/html").status()).isEqualTo(400);
        assertThat(ask(vehicle, "Content-Type", "text/plain").status()).isEqualTo(400);
    }

    @Test
    void a_ready_answer_is_for_nobody_without_a_key() {
        TestVehicle vehicle = registered();
        untilReady(vehicle);
        String body = "{\"registrationNumber\":\"" + vehicle.mark().text() + "\"}";
        assertThat(service.post(QuickEnquiry.PATH, body).status()).isEqualTo(403);
        assertThat(service.post(QuickEnquiry.PATH, body, "x-api-key", "guessed").status())
                .isEqualTo(403);
    }

    @Test
    void ready_answers_are_charged_to_the_rate_of_the_key() {
        try (RunningService own = RunningService.fresh()) {
            TestVehicle vehicle = TestVehicle.registeredOn("2005-11-30");
            long position = own.log.append(vehicle.registered(null), vehicle.issued());
            String body = "{\"registrationNumber\":\"" + vehicle.mark().text() + "\"}";
            own.post(QuickEnquiry.PATH, body, "x-api-key", KEY, "If-Position-At-Least", "" + position);
            await().until(() -> own.bean(ReadyAnswers.class).of(vehicle.mark().text()) != null
                    || own.post(QuickEnquiry.PATH, body, "x-api-key", KEY).status() != 200);
            int answered = 0;
            Answer last = own.post(QuickEnquiry.PATH, body, "x-api-key", "demo-ves-limited-key");
            for (; answered < 50 && last.status() == 200; answered++)
                last = own.post(QuickEnquiry.PATH, body, "x-api-key", "demo-ves-limited-key");
            assertThat(answered).isBetween(1, 20);
            assertThat(last.status()).isEqualTo(429);
            assertThat(last.text()).isEqualTo("{\"message\":\"Too Many Requests\"}");
            assertThat(last.header("Retry-After")).isEqualTo("1");
        }
    }

    @Test
    void ready_answers_are_counted_with_all_others() {
        TestVehicle vehicle = registered();
        untilReady(vehicle);
        long before = counted();
        for (int i = 0; i < 10; i++) ask(vehicle);
        assertThat(counted()).isBetween(before + 10, before + 12);
    }

    @Test
    void after_a_rebuild_nothing_is_answered_from_before() {
        try (RunningService own = RunningService.fresh()) {
            TestVehicle vehicle = TestVehicle.registeredOn("2005-11-30");
            long position = own.log.append(vehicle.registered(null), vehicle.issued());
            String body = "{\"registrationNumber\":\"" + vehicle.mark().text() + "\"}";
            own.post(QuickEnquiry.PATH, body, "x-api-key", KEY, "If-Position-At-Least", "" + position);
            own.bean(JdbcClient.class)
                    .sql("update vehicle_enquiry set colour = 'SPOILT'")
                    .update();
            await().until(() -> {
                own.post(QuickEnquiry.PATH, body, "x-api-key", KEY, "If-Position-At-Least", "0");
                return ready(own, vehicle) != null && new String(ready(own, vehicle)).contains("SPOILT");
            });
            own.bean(Rebuild.class)
                    .run(own.bean(Projections.class).named("vehicle-enquiry").orElseThrow(), _ -> {});
            assertThat(own.post(QuickEnquiry.PATH, body, "x-api-key", KEY).text())
                    .contains("BLUE");
        }
    }

    private TestVehicle registered() {
        TestVehicle vehicle = TestVehicle.registeredOn("2005-11-30");
        long position = service.log.append(vehicle.registered(null), vehicle.issued());
        assertThat(ask(vehicle, "If-Position-At-Least", "" + position).status()).isEqualTo(200);
        return vehicle;
    }

    /// The last answer that went the long way.
    private Answer untilReady(TestVehicle vehicle) {
        await().atMost(Duration.ofSeconds(10)).until(() -> {
            ask(vehicle, "If-Position-At-Least", "0");
            return ready(service, vehicle) != null;
        });
        return ask(vehicle, "If-Position-At-Least", "0");
    }

    private static byte[] ready(RunningService service, TestVehicle vehicle) {
        return service.bean(ReadyAnswers.class).of(vehicle.mark().text());
    }

    private void spoil(TestVehicle vehicle) {
        service.bean(JdbcClient.class)
                .sql("update vehicle_enquiry set colour = 'SPOILT' where vehicle_id = ?")
                .param(vehicle.id().text())
                .update();
    }

    private Answer ask(TestVehicle vehicle, String... headers) {
        String[] all = java.util.Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "x-api-key";
        all[headers.length + 1] = KEY;
        return service.post(
                QuickEnquiry.PATH, "{\"registrationNumber\":\"" + vehicle.mark().text() + "\"}", all);
    }

    private long counted() {
        Matcher count = COUNTED.matcher(service.get("/actuator/prometheus").text());
        assertThat(count.find()).isTrue();
        return Long.parseLong(count.group(1));
    }

    /// But those of the moment, and of how long the body is.
    private static Map<String, List<String>> headers(Answer answer) {
        Map<String, List<String>> headers =
                new TreeMap<>(answer.response().headers().map());
        headers.keySet().removeAll(List.of("date", "register-position", "content-length", "transfer-encoding"));
        return headers;
    }
}
