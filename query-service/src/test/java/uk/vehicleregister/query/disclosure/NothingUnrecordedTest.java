package uk.vehicleregister.query.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.MethodParameter;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import uk.vehicleregister.query.RunningService;
import uk.vehicleregister.query.RunningService.Answer;
import uk.vehicleregister.query.TestVehicle;

/// What cannot be recorded is not shown.
class NothingUnrecordedTest {

    private static RunningService service;
    private static TestVehicle vehicle;
    private static long position;

    @BeforeAll
    static void start() {
        service = RunningService.fresh();
        vehicle = TestVehicle.registeredOn("2010-03-01");
        position = service.log.append(
                vehicle.registered(null), vehicle.v5c(service.log, "11111111111", "2010-03-01"), vehicle.issued());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void on_a_log_that_takes_nothing_every_look_is_503_and_shows_nothing() {
        assertThat(history().status()).isEqualTo(200);
        service.database.readOnly(true);
        try {
            awaitNotShown(NothingUnrecordedTest::history);
            awaitNotShown(() -> service.postAs("registrar", 0, "/v1/documents/search", question()));
            awaitNotShown(() -> service.get(
                    "/v1/documents/" + (position - 1), "Authorization", "Bearer " + service.token("registrar")));
            awaitNotShown(() ->
                    service.get("/v1/log/events?from=0&upTo=1", "Authorization", "Bearer " + service.token("auditor")));
            awaitNotShown(() -> service.postAs("auditor", 0, "/v1/disclosures/search", question()));
        } finally {
            service.database.readOnly(false);
        }
        // so long that the pool hands no connection out untried that was cut
        await().during(Duration.ofSeconds(1))
                .atMost(Duration.ofSeconds(15))
                .until(() -> history().status() == 200);
    }

    @Test
    void while_another_holds_the_log_a_look_is_503() throws Exception {
        try (Connection other = service.database.owner().getConnection()) {
            other.setAutoCommit(false);
            other.createStatement().execute("select 1 from log.log_lock for update");
            assertNotShown(history());
            other.rollback();
        }
        assertThat(history().status()).isEqualTo(200);
    }

    @Test
    void of_an_outcome_that_nobody_knows_nothing_is_shown_either() throws Exception {
        assertThat(history().status()).isEqualTo(200);
        String backends = "from pg_stat_activity where usename = 'discloser_service' and datname = '"
                + service.database.name() + "'";
        try (Connection other = service.database.owner().getConnection()) {
            other.setAutoCommit(false);
            other.createStatement().execute("select 1 from log.log_lock for update");
            CompletableFuture<Answer> look = CompletableFuture.supplyAsync(NothingUnrecordedTest::history);
            await().atMost(Duration.ofSeconds(5))
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> !service.database
                            .rows("select pid " + backends + " and wait_event_type = 'Lock'")
                            .isEmpty());
            alterRole("connection limit 0");
            service.database.rows("select pg_terminate_backend(pid) " + backends);
            other.rollback();
            assertNotShown(look.get());
        } finally {
            alterRole("connection limit -1");
        }
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(history().status()).isEqualTo(200));
    }

    @Test
    void without_a_login_to_record_with_nothing_is_shown() {
        try (RunningService other = RunningService.with(Map.of("register.discloser.database.user", ""))) {
            long at = other.log.append(vehicle.registered(null), vehicle.issued());
            assertNotShown(other.postAs("auditor", at, "/v1/vehicle-history", question()));
            assertThat(other.log.lastPosition()).isEqualTo(at);
        }
    }

    @Test
    void an_endpoint_that_forgot_to_record_answers_nothing() throws Exception {
        class Forgetful {
            @SuppressWarnings("unused")
            public String endpoint() {
                return "";
            }
        }
        var answers = service.bean(UnrecordedAnswers.class);
        MethodParameter endpoint = new MethodParameter(Forgetful.class.getMethod("endpoint"), -1);
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(new MockHttpServletRequest()));
        try {
            assertThatThrownBy(() -> answers.beforeBodyWrite("data", endpoint, null, null, null, null))
                    .isInstanceOf(IllegalStateException.class);
            Looker.recorded();
            assertThat(answers.beforeBodyWrite("data", endpoint, null, null, null, null))
                    .isEqualTo("data");
            assertThatThrownBy(Looker::ofRequest).isInstanceOf(IllegalStateException.class);
        } finally {
            RequestContextHolder.resetRequestAttributes();
        }
    }

    private static void alterRole(String how) {
        service.database.execute("alter role discloser_service " + how);
    }

    /// Connections that were cut are found out one by one.
    private static void awaitNotShown(Supplier<Answer> look) {
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertNotShown(look.get()));
    }

    private static void assertNotShown(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("1");
        assertThat(answer.json().get("code").asString()).isEqualTo("LOOK_NOT_RECORDED");
        assertThat(answer.header("Register-Disclosure")).isEmpty();
        assertThat(answer.text())
                .doesNotContain(vehicle.mark().text())
                .doesNotContain("11111111111")
                .doesNotContain("VOLKSWAGEN");
    }

    private static Answer history() {
        return service.postAs("auditor", 0, "/v1/vehicle-history", question());
    }

    private static String question() {
        return "{\"vehicleId\":\"" + vehicle.id().text() + "\"}";
    }
}
