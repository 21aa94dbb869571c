package uk.vehicleregister.query.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.vehicleregister.eventstore.TestDatabase;
import uk.vehicleregister.kernel.event.KeeperChanged;
import uk.vehicleregister.query.QueryService;
import uk.vehicleregister.query.RunningService;
import uk.vehicleregister.query.TestLog;
import uk.vehicleregister.query.TestVehicle;

/// A register that has run for years gets its first outbox.
class OldLogTest {

    private final TestDatabase database = TestDatabase.fresh();
    private final TestVehicle vehicle = TestVehicle.registeredOn("2010-03-01");
    private final UUID past = UUID.randomUUID();
    private final UUID present = UUID.randomUUID();
    private Path keys;
    private TestLog log;

    @BeforeEach
    void aPast() throws Exception {
        keys = Files.createTempDirectory("keys");
        log = new TestLog(database, keys);
        log.append(vehicle.registered(TestVehicle.person(log)), vehicle.issued());
        sale(past, "2015-01-01");
    }

    @AfterEach
    void close() {
        log.close();
        database.close();
    }

    @Test
    void nobody_is_written_to_about_the_past() {
        assertThat(owedAfterStart(Map.of())).containsExactly(present);
    }

    @Test
    void unless_the_past_is_asked_for() {
        assertThat(owedAfterStart(Map.of("register.mail.from-position", 0))).containsExactly(past, present);
    }

    @Test
    void a_lost_position_owes_nobody_a_second_mail() {
        assertThat(owedAfterStart(Map.of("register.mail.from-position", 0))).containsExactly(past, present);
        rows().update("update read.mail_outbox set state = 'SENT'");
        rows().update("delete from read.projection_token where processor_name = 'mail'");

        assertThat(owedAfterStart(Map.of("register.mail.from-position", 0))).containsExactly(past, present);
        assertThat(rows().queryForObject("select count(*) from read.mail_outbox where state = 'SENT'", Integer.class))
                .isEqualTo(2);
    }

    private List<UUID> owedAfterStart(Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(RunningService.properties(database, keys));
        settings.putAll(more);
        try (ConfigurableApplicationContext _ = QueryService.start(settings)) {
            if (rows().queryForObject(
                                    "select count(*) from read.mail_outbox where transaction_id = ?",
                                    Integer.class,
                                    present)
                    == 0) sale(present, "2016-01-01");
            await().until(() -> log.lastPosition()
                    == rows().queryForObject(
                                    "select coalesce(max(position), -1) from read.projection_token where processor_name = 'mail'",
                                    Long.class));
            return rows().queryForList("select transaction_id from read.mail_outbox order by id", UUID.class);
        }
    }

    private void sale(UUID transaction, String on) {
        log.append(
                transaction,
                new KeeperChanged(vehicle.id(), TestVehicle.person(log), LocalDate.parse(on), null, null, List.of()));
    }

    private JdbcTemplate rows() {
        return new JdbcTemplate(database.query());
    }
}
