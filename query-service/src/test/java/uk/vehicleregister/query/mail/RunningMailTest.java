package uk.vehicleregister.query.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import java.io.IOException;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.vehicleregister.query.TestVehicle;
import uk.vehicleregister.query.mail.post.ScriptedSmtp;
import uk.vehicleregister.query.mail.post.StubNotify;
import uk.vehicleregister.query.projection.Projection;
import uk.vehicleregister.query.projection.Projections;
import uk.vehicleregister.query.rebuild.Rebuild;

/// The service as it ships, sending by itself.
class RunningMailTest {

    private static final String ADDRESS = "cholmondeley@example.com";

    @Test
    void mails_go_out_by_smtp_and_rebuilding_every_read_model_sends_nothing() throws Exception {
        GreenMail server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
        server.start();
        try (MailOffice office = new MailOffice(smtp(server.getSmtp().getPort()))) {
            UUID transaction = office.disposed(office.vehicle(), ADDRESS, "trader@example.com");
            await().until(() -> office.state(transaction, Recipient.SELLER).equals("SENT")
                    && office.state(transaction, Recipient.TRADER).equals("SENT"));
            assertThat(server.getReceivedMessages()).hasSize(2);

            for (Projection projection : office.service.bean(Projections.class).all())
                if (projection.isDisposable())
                    office.service.bean(Rebuild.class).run(projection, _ -> {});
            // what is told after the rebuilds is sent after whatever they would have had sent
            UUID next = office.disposed(office.vehicle(), "next@example.com", null);
            await().until(() -> office.state(next, Recipient.SELLER).equals("SENT"));
            assertThat(server.getReceivedMessages()).hasSize(3);
            assertThat(office.outbox(transaction)).hasSize(2);
        } finally {
            server.stop();
        }
    }

    @Test
    void a_mail_notify_took_without_our_hearing_of_it_is_not_sent_again() throws Exception {
        try (StubNotify notify = new StubNotify();
                MailOffice office = new MailOffice(Map.of(
                        "register.mail",
                        "notify",
                        "register.mail.notify.url",
                        notify.url(),
                        "register.mail.notify.api-key",
                        StubNotify.API_KEY,
                        "register.mail.notify.template",
                        StubNotify.TEMPLATE))) {
            notify.mood = StubNotify.Mood.TAKES_AND_BREAKS_OFF;
            UUID transaction = office.disposed(office.vehicle(), ADDRESS, null);
            await().until(() -> office.of(transaction, Recipient.SELLER).has("fault"));
            int requests = notify.requests.size();
            notify.mood = StubNotify.Mood.TAKES;
            office.database().update("update read.mail_outbox set next_try_at = now() where state = 'WAITING'");

            await().until(() -> office.state(transaction, Recipient.SELLER).equals("SENT"));
            assertThat(notify.requests).hasSize(requests);
        }
    }

    @Test
    void no_address_and_no_mark_is_in_a_table_or_a_log_line_even_when_a_server_quotes_it() throws IOException {
        Queue<String> lines = new ConcurrentLinkedQueue<>();
        AppenderBase<ILoggingEvent> listener = listener(lines);
        Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        Level before = root.getLevel();
        try (ScriptedSmtp refusing = new ScriptedSmtp(550);
                MailOffice office = new MailOffice(smtp(refusing.port()))) {
            root.setLevel(Level.INFO);
            listener.start();
            root.addAppender(listener);
            TestVehicle vehicle = office.vehicle();
            UUID transaction = office.disposed(vehicle, ADDRESS, "trader-" + ADDRESS);
            // opens, and is no JSON: a fault of ours, whose exception would quote it
            UUID broken = UUID.randomUUID();
            office.service.log.append(
                    broken,
                    new uk.vehicleregister.kernel.event.DisposedToTrade(
                            vehicle.id(),
                            vehicle.mark(),
                            new uk.vehicleregister.kernel.sealing.SealedParty(office.service.log.seal(ADDRESS)),
                            java.time.LocalDate.parse("2020-06-01"),
                            null,
                            null,
                            java.util.List.of()));
            await().until(() -> office.state(transaction, Recipient.SELLER).equals("FAILED")
                    && office.state(transaction, Recipient.TRADER).equals("FAILED")
                    && office.of(broken, Recipient.TRADER).has("fault"));

            assertThat(office.of(transaction, Recipient.SELLER).get("fault").asString())
                    .isEqualTo("SMTP_550");
            JdbcTemplate database = office.database();
            for (String table : database.queryForList(
                    "select table_name from information_schema.tables where table_schema = 'read'", String.class))
                assertThat(database.queryForList("select t::text from read.\"" + table + "\" t", String.class))
                        .as(table)
                        .noneMatch(row -> row.contains("cholmondeley"));
            assertThat(database.queryForList("select t::text from read.mail_outbox t", String.class))
                    .isNotEmpty()
                    .noneMatch(row -> row.contains(vehicle.mark().text()));
            assertThat(lines)
                    .anyMatch(line -> line.contains(broken.toString()))
                    .noneMatch(line -> line.contains("cholmondeley")
                            || line.contains(vehicle.mark().text()));
        } finally {
            root.detachAppender(listener);
            root.setLevel(before);
        }
    }

    private static AppenderBase<ILoggingEvent> listener(Queue<String> lines) {
        return new AppenderBase<>() {
            @Override
            protected void append(ILoggingEvent event) {
                if (event.getLoggerName().startsWith("io.zonky")) return; // the database server's console
                StringBuilder line = new StringBuilder(event.getFormattedMessage());
                for (IThrowableProxy e = event.getThrowableProxy(); e != null; e = e.getCause())
                    line.append('\n').append(e.getMessage());
                lines.add(line.toString());
            }
        };
    }

    private static Map<String, Object> smtp(int port) {
        return Map.of(
                "register.mail", "smtp",
                "register.mail.smtp.host", "localhost",
                "register.mail.smtp.port", port,
                "register.mail.smtp.tls", "none",
                "register.mail.smtp.from", "register@register.example");
    }
}
