package uk.vehicleregister.query.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import uk.vehicleregister.query.RunningService;
import uk.vehicleregister.query.TestVehicle;

/// No mark, name or document reference in a log line, whatever is asked and however it goes wrong.
class LogSecrecyTest {

    @Test
    void nothing_that_was_sent_or_found_is_logged() {
        Queue<String> lines = new ConcurrentLinkedQueue<>();
        AppenderBase<ILoggingEvent> listener = new AppenderBase<>() {
            @Override
            protected void append(ILoggingEvent event) {
                // what the test's own database server says on its console is no log of ours, and comes when it likes
                if (event.getLoggerName().startsWith("io.zonky")) return;
                StringBuilder line = new StringBuilder(event.getFormattedMessage());
                for (IThrowableProxy e = event.getThrowableProxy(); e != null; e = e.getCause())
                    line.append('\n').append(e.getMessage());
                lines.add(line.toString());
            }
        };
        Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        Level before = root.getLevel();
        try (RunningService service = RunningService.fresh()) {
            root.setLevel(Level.INFO);
            listener.start();
            root.addAppender(listener);
            TestVehicle vehicle = TestVehicle.registeredOn("2010-03-01");
            TestVehicle twin = new TestVehicle(
                    TestVehicle.registeredOn("2010-03-01").id(), vehicle.mark(), vehicle.firstRegistered());
            String mark = vehicle.mark().text();
            long position = service.log.append(
                    vehicle.registered(TestVehicle.person(service.log)),
                    vehicle.issued(),
                    vehicle.v5c(service.log, "12345678901", "2010-03-01"));
            service.postAs("auditor", position, "/v1/vehicle-history", "{\"registrationMark\":\"" + mark + "\"}");
            service.postAs("auditor", position, "/v1/mark-history", "{\"registrationMark\":\"" + mark + "\"");
            service.postAs("auditor", position, "/v1/mark-history", "{\"" + mark + "\":12345678901}");
            service.postAs("auditor", position, "/v1/vehicle-history", "{\"registrationMark\":" + mark + "}");
            service.postAs(
                    "registrar",
                    position,
                    "/v1/documents/search",
                    "{\"vehicleId\":\"" + vehicle.id().text() + "\"}");
            service.get("/v1/" + mark);
            service.get("/v1/log/position?mark=" + mark);
            service.post(
                    "/vehicle-enquiry/v1/vehicles", "{\"registrationNumber\":" + mark, "x-api-key", "demo-ves-key");
            service.post("/vehicle-enquiry/v1/" + mark, "{}", "x-api-key", "demo-ves-key");
            // an impossible history: the constraints speak, and the database would quote the row
            service.log.append(twin.registered(TestVehicle.person(service.log)), twin.issued());
            org.awaitility.Awaitility.await()
                    .until(() -> service.get("/actuator/health/readiness").status() == 503);

            assertThat(lines).isNotEmpty();
            assertThat(lines)
                    .noneMatch(line -> line.contains(mark)
                            || line.contains("12345678901")
                            || line.contains(TestVehicle.SECRET_NAME)
                            || line.contains("demo-ves-key"));
        } finally {
            root.detachAppender(listener);
            root.setLevel(before);
        }
    }
}
