package uk.vehicleregister.query.vehiclehistory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.vehicleregister.kernel.event.KeeperChangeReversed;
import uk.vehicleregister.kernel.event.KeeperCorrected;
import uk.vehicleregister.kernel.event.KeepershipFact;
import uk.vehicleregister.kernel.event.VehicleFact;
import uk.vehicleregister.kernel.event.VehicleRegistered;
import uk.vehicleregister.kernel.sealing.SealedKeeper;
import uk.vehicleregister.query.RunningService;
import uk.vehicleregister.query.TestVehicle;
import uk.vehicleregister.query.period.AsOf;
import uk.vehicleregister.query.projection.Noted;
import uk.vehicleregister.query.projection.RowSessions;

/// Keeperships after corrections, against a calendar that is filled in day by day from what was known at each moment.
class CorrectedKeepershipsTest {

    private static final LocalDate FIRST = LocalDate.parse("2020-01-01");
    private static final Instant START = Instant.parse("2021-01-01T00:00:00Z");
    private static final int DAYS = 10;

    /// Who and since when, as a beginning stands; `days` is counted from [#FIRST].
    private record Beginning(int day, String who) {}

    private final RunningService service = RunningService.shared();
    private final TransactionTemplate transaction =
            new TransactionTemplate(service.bean(PlatformTransactionManager.class));

    @Test
    void the_rows_answer_as_a_calendar_does_over_random_corrections_and_reversals() {
        for (long seed = 1; seed <= 25; seed++) {
            TestVehicle vehicle = TestVehicle.registeredOn(FIRST.toString());
            Random random = new Random(seed);
            List<Noted> history = history(vehicle, random);
            for (int from = 0; from < history.size(); ) {
                int to = Math.min(history.size(), from + 1 + random.nextInt(4));
                project(history.subList(from, to));
                from = to;
            }
            for (int known = 0; known < history.size(); known++)
                assertThat(inRows(vehicle, START.plusSeconds(known)))
                        .as("seed %d, known %d", seed, known)
                        .containsExactly(calendar(history.subList(0, known + 1)));
        }
    }

    @Test
    void a_correction_writes_only_what_it_changes() {
        TestVehicle vehicle = TestVehicle.registeredOn(FIRST.toString());
        SealedKeeper ben = TestVehicle.person(service.log);
        long first = new Random().nextInt(1_000_000_000) + 2_000_000_000L;
        project(List.of(
                noted(first, 0, vehicle.registered(TestVehicle.person(service.log))),
                noted(first + 1, 1, vehicle.sold(ben, date(3))),
                noted(first + 2, 2, vehicle.sold(TestVehicle.person(service.log), date(6)))));
        project(List.of(noted(first + 3, 3, vehicle.corrected(first + 2, null, date(7)))));

        assertThat(positionsWrittenBy(vehicle, first + 3)).containsExactlyInAnyOrder(first + 1, first + 2);
    }

    private List<Long> positionsWrittenBy(TestVehicle vehicle, long correction) {
        return service.bean(JdbcClient.class)
                .sql("select position from keepership where vehicle_id = ? and known_from = ?")
                .params(vehicle.id().text(), correction)
                .query(Long.class)
                .list();
    }

    private static String[] calendar(List<Noted> known) {
        TreeMap<Long, Beginning> told = new TreeMap<>();
        TreeMap<Long, Beginning> standing = new TreeMap<>();
        for (Noted noted : known) {
            switch (noted.fact()) {
                case KeeperCorrected f -> {
                    String who = f.correctedKeeper() == null
                            ? told.get(f.corrects()).who()
                            : f.correctedKeeper().details().keyId().toString();
                    standing.put(f.corrects(), new Beginning(day(f.correctedDate()), who));
                }
                case KeeperChangeReversed f -> standing.remove(f.corrects());
                case VehicleRegistered f -> tell(told, standing, noted, new Beginning(0, who(f.keeper())));
                case KeepershipFact f ->
                    tell(told, standing, noted, new Beginning(day(f.effectiveOn()), who(f.keeper())));
                default -> throw new IllegalStateException("not in these histories");
            }
        }
        String[] days = new String[DAYS];
        for (Beginning beginning : standing.values())
            Arrays.fill(days, Math.min(DAYS, beginning.day()), DAYS, beginning.who());
        return days;
    }

    private static void tell(
            TreeMap<Long, Beginning> told, TreeMap<Long, Beginning> standing, Noted noted, Beginning beginning) {
        told.put(noted.position(), beginning);
        standing.put(noted.position(), beginning);
    }

    private static String who(SealedKeeper keeper) {
        return keeper == null ? "trade" : keeper.details().keyId().toString();
    }

    private static int day(LocalDate date) {
        return (int) (date.toEpochDay() - FIRST.toEpochDay());
    }

    private static String date(int day) {
        return FIRST.plusDays(day).toString();
    }

    private String[] inRows(TestVehicle vehicle, Instant known) {
        String[] days = new String[DAYS];
        for (int day = 0; day < DAYS; day++) {
            AsOf asOf = AsOf.of(FIRST.plusDays(day), known);
            days[day] = service.bean(Keeperships.class)
                    .at(vehicle.id().text(), asOf.effectiveAt(), asOf.recordedAt())
                    .map(row -> row.keeperType() == KeepershipRow.Type.TRADE
                            ? "trade"
                            : row.keyId().toString())
                    .orElse(null);
        }
        return days;
    }

    /// Sales, disposals, corrections, reversals, and corrections of what was corrected or reversed, on dates in any
    /// order.
    private List<Noted> history(TestVehicle vehicle, Random random) {
        List<Noted> history = new ArrayList<>();
        List<Long> sales = new ArrayList<>();
        long first = random.nextInt(1_000_000_000) + 1_000_000_000L;
        history.add(noted(first, 0, vehicle.registered(TestVehicle.person(service.log))));
        for (int i = 1; i < 14; i++) {
            long position = first + i;
            String on = date(random.nextInt(DAYS));
            int what = random.nextInt(sales.isEmpty() ? 2 : 6);
            VehicleFact fact = switch (what) {
                case 0 -> vehicle.sold(TestVehicle.person(service.log), on);
                case 1 -> vehicle.disposed(service.log, on);
                case 2 -> vehicle.corrected(any(sales, random), TestVehicle.person(service.log), on);
                case 3 -> vehicle.corrected(random.nextBoolean() ? first : any(sales, random), null, on);
                case 4 -> vehicle.reversed(any(sales, random), on);
                default -> vehicle.acquired(service.log, TestVehicle.person(service.log), on);
            };
            if (what < 2 || what == 5) sales.add(position);
            history.add(noted(position, i, fact));
        }
        return history;
    }

    private static long any(List<Long> positions, Random random) {
        return positions.get(random.nextInt(positions.size()));
    }

    private static Noted noted(long position, int second, VehicleFact fact) {
        return new Noted(position, START.plusSeconds(second), UUID.randomUUID(), fact);
    }

    private void project(List<Noted> batch) {
        transaction.executeWithoutResult(_ -> service.bean(RowSessions.class)
                .use(rows -> service.bean(VehicleHistoryProjection.class).project(batch, rows)));
    }
}
