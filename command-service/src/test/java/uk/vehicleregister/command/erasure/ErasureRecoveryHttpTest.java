package uk.vehicleregister.command.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static uk.vehicleregister.command.Bodies.map;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.command.Register;
import uk.vehicleregister.command.Register.Vehicle;
import uk.vehicleregister.command.RunningService;
import uk.vehicleregister.command.RunningService.Answer;
import uk.vehicleregister.eventstore.log.Append;
import uk.vehicleregister.eventstore.log.EventLogWriter;
import uk.vehicleregister.eventstore.log.NewEvent;
import uk.vehicleregister.eventstore.vault.Opened;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.kernel.erasure.ErasureReason;
import uk.vehicleregister.kernel.erasure.LegalBasis;
import uk.vehicleregister.kernel.erasure.PersonRole;
import uk.vehicleregister.kernel.event.EventJson;
import uk.vehicleregister.kernel.event.PersonErased;
import uk.vehicleregister.kernel.event.VehicleRegistered;
import uk.vehicleregister.kernel.sealing.Sealed;

/// An erasure that was cut off is finished, and a restored backup does not bring anybody back.
class ErasureRecoveryHttpTest {

    private static final Map<String, Object> WITHOUT_ERASER =
            Map.of("register.database.eraser-user", "", "register.keys.rewrap-days", "0");

    private RunningService service;
    private Register register;

    /// It has no login that may destroy keys, so that whatever happens to keys is the other service's doing.
    @BeforeEach
    void start() {
        service = RunningService.start(WITHOUT_ERASER);
        register = new Register(service);
    }

    @AfterEach
    void end() {
        service.close();
    }

    @Test
    void without_a_login_that_may_nobody_is_erased_and_nothing_recorded_but_one_may_look() {
        Vehicle vehicle = register.registered();
        long before = service.log().lastPosition();
        Map<String, Object> erasure = map(
                "vehicleId",
                vehicle.id(),
                "person",
                map("position", register.eventsOf(vehicle.id()).getFirst().position(), "role", "KEEPER"),
                "reason",
                "ORDERED",
                "legalBasis",
                "LEGAL_OBLIGATION",
                "noExemptionApplies",
                true);
        Answer refused = service.post("/v1/erasures", Role.REGISTRAR, erasure);
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.code()).isEqualTo("ERASURE_UNAVAILABLE");
        erasure.put("dryRun", true);
        assertThat(service.post("/v1/erasures", Role.REGISTRAR, erasure).code()).isEqualTo("PERSON_STILL_ON_RECORD");
        assertThat(service.log().lastPosition()).isEqualTo(before);
    }

    @Test
    void an_erasure_cut_off_after_it_was_recorded_is_finished_before_the_next_start_answers_anybody() {
        Sealed keeper = keeperOf(register.registered());
        recorded(keeper);
        assertThat(open(keeper)).isInstanceOf(Opened.Plain.class);
        try (RunningService next = service.another(Map.of())) {
            assertThat(open(keeper)).isEqualTo(new Opened.Erased());
            assertThat(next.keys().erasures().all()).containsExactly(keeper.keyId());
        }
    }

    @Test
    void an_erasure_another_service_left_undone_is_finished_by_one_that_runs() {
        Sealed keeper = keeperOf(register.registered());
        try (RunningService running = service.another(Map.of())) {
            recorded(keeper);
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(open(keeper)).isEqualTo(new Opened.Erased()));
            assertThat(running.keys().erasures().all()).containsExactly(keeper.keyId());
        }
    }

    @Test
    void whom_a_restored_backup_brought_back_is_destroyed_at_the_start_and_told_of() {
        Sealed keeper = keeperOf(register.registered());
        Sealed other = keeperOf(register.registered());
        service.keys().erasures().add(List.of(keeper.keyId()));
        assertThatThrownBy(() -> service.another(WITHOUT_ERASER))
                .hasStackTraceContaining("as after a restore")
                .hasMessageNotContaining(keeper.keyId().toString());

        // A start sets logging up anew, so that what it says is read where it is printed.
        PrintStream console = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try (RunningService next = service.another(Map.of())) {
            assertThat(open(keeper)).isEqualTo(new Opened.Erased());
            assertThat(open(other)).isInstanceOf(Opened.Plain.class);
            assertThat(printed.toString(StandardCharsets.UTF_8)).contains("1 keys of erased people were there again");
            assertThat(next.log().lastPosition()).isEqualTo(service.log().lastPosition());
        } finally {
            System.setOut(console);
        }
    }

    @Test
    void keys_are_wrapped_anew_when_the_one_in_use_is_old_and_everything_is_read_as_before() throws SQLException {
        Sealed keeper = keeperOf(register.registered());
        try (RunningService young = service.another(Map.of("register.keys.settle", "0s"))) {
            assertThat(intermediates()).containsExactly("1");
        }
        age("30 days");
        try (RunningService next = service.another(Map.of("register.keys.settle", "0s"))) {
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(intermediates()).containsExactly("2"));
            assertThat(open(keeper)).isInstanceOf(Opened.Plain.class);
            new Register(next).registered();
        }
    }

    private List<String> intermediates() {
        return service.database().rows("select id from log.intermediate_key order by id");
    }

    private void age(String interval) throws SQLException {
        try (Connection owner = service.database().owner().getConnection();
                Statement statement = owner.createStatement()) {
            statement.execute("update log.intermediate_key set created_at = created_at - interval '" + interval + "'");
        }
    }

    /// As by a service that was killed right after.
    private void recorded(Sealed keeper) {
        UUID erasure = UUID.randomUUID();
        PersonErased erased = new PersonErased(
                erasure,
                PersonRole.KEEPER,
                keeper.keyId(),
                List.of(0L),
                null,
                ErasureReason.PERSON_ASKED,
                LegalBasis.OBJECTION_UPHELD,
                java.time.LocalDate.of(2026, 7, 1));
        try (EventLogWriter writer = new EventLogWriter(service.database().command())) {
            writer.append(Append.of(List.of(new NewEvent(
                    UUID.randomUUID(),
                    erased.stream(),
                    0,
                    "PersonErased",
                    "1",
                    EventJson.write(erased),
                    "{\"transactionId\":\"" + erasure + "\",\"role\":\"registrar\",\"actor\":\"somebody\"}"))));
        }
    }

    private Sealed keeperOf(Vehicle vehicle) {
        return EventJson.read(register.eventsOf(vehicle.id()).getFirst().payload(), VehicleRegistered.class)
                .keeper()
                .details();
    }

    private Opened open(Sealed sealed) {
        return service.vault().open(sealed.text());
    }
}
