package uk.vehicleregister.query.vehiclehistory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.vehicleregister.kernel.event.MarkRetained;
import uk.vehicleregister.kernel.event.VehicleFact;
import uk.vehicleregister.query.RunningService;
import uk.vehicleregister.query.TestVehicle;
import uk.vehicleregister.query.period.AsOf;
import uk.vehicleregister.query.projection.Noted;
import uk.vehicleregister.query.projection.RowSessions;

/// The rows against a fold so simple that it can be seen to be right: at the end of a date, as known at a time, the
/// latest event that counts by then and was recorded by then has the word.
class BitemporalRowsTest {

    private static final LocalDate FIRST = LocalDate.parse("2020-01-01");
    private static final Instant START = Instant.parse("2021-01-01T00:00:00Z");
    private static final int DAYS = 12;

    private final RunningService service = RunningService.shared();
    private final TransactionTemplate transaction =
            new TransactionTemplate(service.bean(PlatformTransactionManager.class));
    private final JdbcClient database = service.bean(JdbcClient.class);

    @Test
    void the_rows_answer_as_a_naive_fold_does_over_random_histories() {
        for (long seed = 1; seed <= 12; seed++) {
            Random random = new Random(seed);
            TestVehicle vehicle = TestVehicle.registeredOn(FIRST.toString());
            List<Noted> history = history(vehicle, random);
            for (int from = 0; from < history.size(); ) {
                int to = Math.min(history.size(), from + 1 + random.nextInt(5));
                project(history.subList(from, to));
                from = to;
            }
            for (int day = 0; day < DAYS; day++)
                for (int second = 0; second <= history.size(); second++) {
                    AsOf asOf = AsOf.of(FIRST.plusDays(day), START.plusSeconds(second));
                    assertThat(keeperInRows(vehicle, asOf))
                            .as("keeper, seed %d, %s", seed, asOf)
                            .isEqualTo(folded(history, asOf, false));
                    assertThat(markInRows(vehicle, asOf))
                            .as("mark, seed %d, %s", seed, asOf)
                            .isEqualTo(folded(history, asOf, true));
                }
        }
    }

    @Test
    void the_database_refuses_two_keepers_at_an_instant_but_only_at_the_end_of_the_transaction() {
        String insert = """
                insert into keepership (vehicle_id, known_from, effective_from, recorded_from, position, keeper_type)
                values (?, ?, ?, now(), 1, 'PERSON')""";
        String vehicle = UUID.randomUUID().toString();
        assertThatThrownBy(() -> transaction.executeWithoutResult(_ -> {
                    database.sql(insert).params(vehicle, 1, FIRST).update();
                    database.sql(insert).params(vehicle, 2, FIRST.plusDays(3)).update();
                }))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("keepership_one_keeper_at_an_instant");
        transaction.executeWithoutResult(_ -> {
            database.sql(insert).params(vehicle, 1, FIRST).update();
            database.sql(insert).params(vehicle, 2, FIRST.plusDays(3)).update();
            database.sql("update keepership set effective_to = ? where vehicle_id = ? and known_from = 1")
                    .params(FIRST.plusDays(3), vehicle)
                    .update();
        });
    }

    @Test
    void the_database_refuses_two_marks_on_a_vehicle_at_an_instant() {
        String insert = """
                insert into vehicle_mark (vehicle_id, known_from, effective_from, recorded_from, position, registration_mark)
                values (?, ?, ?, now(), 1, 'A1')""";
        String vehicle = UUID.randomUUID().toString();
        assertThatThrownBy(() -> transaction.executeWithoutResult(_ -> {
                    database.sql(insert).params(vehicle, 1, FIRST).update();
                    database.sql(insert).params(vehicle, 2, FIRST.plusDays(3)).update();
                }))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    private void project(List<Noted> batch) {
        transaction.executeWithoutResult(_ -> service.bean(RowSessions.class)
                .use(rows -> service.bean(VehicleHistoryProjection.class).project(batch, rows)));
    }

    /// Recorded a second or nothing after each other, with dates in any order.
    private List<Noted> history(TestVehicle vehicle, Random random) {
        List<Noted> history = new ArrayList<>();
        Instant recorded = START;
        long position = random.nextInt(1_000_000_000);
        int length = 1 + random.nextInt(9);
        for (int i = 0; i < length; i++) {
            String on = FIRST.plusDays(random.nextInt(DAYS)).toString();
            VehicleFact fact = switch (i == 0 ? -1 : random.nextInt(4)) {
                case -1 -> vehicle.registered(random.nextBoolean() ? null : TestVehicle.person(service.log));
                case 0 -> vehicle.sold(TestVehicle.person(service.log), on);
                case 1 -> vehicle.disposed(service.log, on);
                case 2 -> vehicle.acquired(service.log, TestVehicle.person(service.log), on);
                default ->
                    new MarkRetained(vehicle.id(), vehicle.mark(), TestVehicle.nextMark(), null, LocalDate.parse(on));
            };
            history.add(
                    new Noted(position++, recorded, UUID.randomUUID(), new Noted.Actor("citizen", "somebody"), fact));
            recorded = recorded.plus(random.nextInt(2), ChronoUnit.SECONDS);
        }
        return history;
    }

    private static long folded(List<Noted> history, AsOf asOf, boolean marks) {
        long last = -1;
        for (Noted noted : history) {
            boolean ofMark = noted.fact() instanceof MarkRetained;
            boolean ofBoth = noted == history.getFirst();
            if ((ofBoth || ofMark == marks) && asOf.covers(noted.fact().effectiveOn(), noted.recordedAt()))
                last = noted.position();
        }
        return last;
    }

    private long keeperInRows(TestVehicle vehicle, AsOf asOf) {
        return service.bean(Keeperships.class)
                .at(vehicle.id().text(), asOf.effectiveAt(), asOf.recordedAt())
                .map(KeepershipRow::position)
                .orElse(-1L);
    }

    private long markInRows(TestVehicle vehicle, AsOf asOf) {
        return service.bean(MarksOnVehicles.class)
                .at(vehicle.id().text(), asOf.effectiveAt(), asOf.recordedAt())
                .map(MarkOnVehicleRow::position)
                .orElse(-1L);
    }
}
