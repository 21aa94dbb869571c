package uk.vehicleregister.query.vehicleenquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import uk.vehicleregister.query.QueryService;
import uk.vehicleregister.query.RunningService;
import uk.vehicleregister.query.TestVehicle;
import uk.vehicleregister.query.projection.Projections;

/// While vehicles change without end, readers read a row from the table and then enquire: the answer is never
/// older than the row. One process projects, and another does only when the first has ceased to.
class NeverOlderThanTheTableTest {

    private static final int VEHICLES = 4;
    private static final Duration EACH = Duration.ofSeconds(2);
    private static final LocalDate FIRST = LocalDate.parse("2000-01-01");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final AtomicBoolean done = new AtomicBoolean();
    private final AtomicLong compared = new AtomicLong();
    private final ConcurrentLinkedQueue<String> older = new ConcurrentLinkedQueue<>();
    private final List<TestVehicle> vehicles = new ArrayList<>();

    @Test
    void with_one_process_and_with_two_that_take_turns() throws Exception {
        try (RunningService one = RunningService.fresh()) {
            for (int i = 0; i < VEHICLES; i++) {
                TestVehicle vehicle = TestVehicle.registeredOn("1999-11-30");
                one.log.append(
                        vehicle.registered(null), vehicle.issued(), vehicle.v5c(one.log, "11111111111", "2000-01-01"));
                vehicles.add(vehicle);
            }
            List<Thread> threads = new ArrayList<>();
            threads.add(Thread.ofPlatform().start(() -> change(one)));
            ConfigurableApplicationContext second = second(one);
            try {
                URI there = URI.create("http://localhost:"
                        + ((ServletWebServerApplicationContext) second)
                                .getWebServer()
                                .getPort()
                        + QuickEnquiry.PATH);
                for (URI address :
                        List.of(one.address(QuickEnquiry.PATH), one.address(QuickEnquiry.PATH), there, there))
                    threads.add(Thread.ofPlatform().start(() -> compare(one, address)));
                ReadyAnswers ready = one.bean(ReadyAnswers.class);
                ReadyAnswers readyThere = second.getBean(ReadyAnswers.class);
                for (ReadyAnswers memory : List.of(ready, ready, readyThere))
                    threads.add(Thread.ofPlatform().start(() -> compare(one, memory)));
                awaitUsed(ready);
                pass();
                assertThat(used(readyThere))
                        .as("the one that does not project trusts its memory")
                        .isFalse();

                one.bean(Projections.class).stop();
                awaitUsed(readyThere);
                pass();
                assertThat(used(ready)).isFalse();

                one.bean(Projections.class).start();
                second.getBean(Projections.class).stop();
                awaitUsed(ready);
                pass();
            } finally {
                done.set(true);
                for (Thread thread : threads) thread.join();
                second.close();
            }
        }
        assertThat(older).isEmpty();
        assertThat(compared.get()).isGreaterThan(1000);
    }

    private ConfigurableApplicationContext second(RunningService one) {
        Map<String, Object> properties = new HashMap<>(RunningService.properties(one.database, one.keys));
        properties.put("register.issuer", "http://localhost:1/register");
        return QueryService.start(properties);
    }

    private void awaitUsed(ReadyAnswers ready) {
        await().atMost(Duration.ofSeconds(30)).until(() -> used(ready));
    }

    private boolean used(ReadyAnswers ready) {
        return vehicles.stream().anyMatch(v -> ready.of(v.mark().text()) != null);
    }

    private static void pass() throws InterruptedException {
        Thread.sleep(EACH); // as much as can be seen in that time
    }

    private void change(RunningService service) {
        for (int day = 1; !done.get(); day++) {
            TestVehicle vehicle = vehicles.get(ThreadLocalRandom.current().nextInt(VEHICLES));
            service.log.append(
                    vehicle.v5c(service.log, "11111111111", FIRST.plusDays(day).toString()));
        }
    }

    private void compare(RunningService service, URI address) {
        compare(service, vehicle -> told(address, vehicle));
    }

    /// Nearer to the moment of a commit than any request over HTTP.
    private void compare(RunningService service, ReadyAnswers memory) {
        compare(service, vehicle -> {
            byte[] answer = memory.of(vehicle.mark().text());
            return answer == null ? LocalDate.MAX : issuedOn(new String(answer, StandardCharsets.UTF_8));
        });
    }

    private void compare(RunningService service, Function<TestVehicle, LocalDate> enquiry) {
        try (SingleConnectionDataSource connection = new SingleConnectionDataSource(
                service.database.url(), service.database.queryUser(), service.database.queryPassword(), true)) {
            JdbcClient table = JdbcClient.create(connection);
            while (!done.get()) {
                TestVehicle vehicle = vehicles.get(ThreadLocalRandom.current().nextInt(VEHICLES));
                Optional<LocalDate> row = table.sql(
                                "select last_v5c_issued_on from read.vehicle_enquiry where registration_mark = ?")
                        .param(vehicle.mark().text())
                        .query(LocalDate.class)
                        .optional();
                if (row.isEmpty()) continue;
                LocalDate told = enquiry.apply(vehicle);
                if (told.isBefore(row.get())) older.add(told + " although the table had " + row.get());
                compared.incrementAndGet();
            }
        }
    }

    private static LocalDate told(URI address, TestVehicle vehicle) {
        try {
            while (true) {
                HttpResponse<String> answer = HTTP.send(
                        HttpRequest.newBuilder(address)
                                .header("x-api-key", "demo-ves-key")
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString("{\"registrationNumber\":\""
                                        + vehicle.mark().text() + "\"}"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() == 429) continue;
                return issuedOn(answer.body());
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static LocalDate issuedOn(String answer) {
        return LocalDate.parse(
                RunningService.JSON.readTree(answer).get("dateOfLastV5CIssued").asString());
    }
}
