package uk.vehicleregister.query.markhistory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.vehicleregister.kernel.event.EntitlementBought;
import uk.vehicleregister.kernel.event.EntitlementExtended;
import uk.vehicleregister.kernel.event.EntitlementGranted;
import uk.vehicleregister.kernel.event.EntitlementLapsed;
import uk.vehicleregister.kernel.event.EntitlementSurrendered;
import uk.vehicleregister.kernel.event.EntitlementUsed;
import uk.vehicleregister.kernel.event.MarkFact;
import uk.vehicleregister.kernel.event.MarkIssued;
import uk.vehicleregister.kernel.event.MarkReplaced;
import uk.vehicleregister.kernel.event.MarkRestored;
import uk.vehicleregister.kernel.event.MarkTransferred;
import uk.vehicleregister.kernel.event.NomineeNamed;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.sealing.SealedParty;
import uk.vehicleregister.kernel.vehicle.VehicleId;
import uk.vehicleregister.query.RunningService;
import uk.vehicleregister.query.TestVehicle;
import uk.vehicleregister.query.period.AsOf;
import uk.vehicleregister.query.projection.Noted;
import uk.vehicleregister.query.projection.RowSessions;

/// The places of marks against a calendar that is filled in day by day; and histories that cannot have been.
class MarkPlacesTest {

    private static final LocalDate FIRST = LocalDate.parse("2020-01-01");
    private static final Instant START = Instant.parse("2021-01-01T00:00:00Z");
    private static final int DAYS = 10;

    private final RunningService service = RunningService.shared();
    private final TransactionTemplate transaction =
            new TransactionTemplate(service.bean(PlatformTransactionManager.class));

    @Test
    void the_rows_answer_as_a_calendar_does_over_random_histories() {
        for (long seed = 1; seed <= 16; seed++) {
            Story story = new Story(seed);
            for (int i = 0; i < 16; i++) story.goOn();
            List<List<Noted>> batches = story.transactions;
            for (int from = 0; from < batches.size(); ) {
                int to = Math.min(batches.size(), from + 1 + story.random.nextInt(3));
                project(batches.subList(from, to).stream().flatMap(List::stream).toList());
                from = to;
            }
            for (int known = 0; known < batches.size(); known++) {
                Map<RegistrationMark, String[]> calendar = new HashMap<>();
                batches.subList(0, known + 1).forEach(facts -> facts.forEach(noted -> fill(calendar, noted)));
                for (Map.Entry<RegistrationMark, String[]> mark : calendar.entrySet())
                    assertThat(places(mark.getKey(), START.plusSeconds(known)))
                            .as("seed %d, known %d", seed, known)
                            .containsExactly(mark.getValue());
            }
        }
    }

    @Test
    void a_mark_on_two_vehicles_is_an_impossible_history() {
        RegistrationMark mark = TestVehicle.nextMark();
        assertThatThrownBy(() -> project(List.of(
                        noted(0, new MarkIssued(mark, anybody(), FIRST)),
                        noted(1, new MarkIssued(mark, anybody(), FIRST.plusDays(5))))))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void two_marks_on_a_vehicle_are_an_impossible_history() {
        VehicleId vehicle = anybody();
        assertThatThrownBy(() -> project(List.of(
                        noted(0, new MarkIssued(TestVehicle.nextMark(), vehicle, FIRST)),
                        noted(1, new MarkIssued(TestVehicle.nextMark(), vehicle, FIRST.plusDays(5))))))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    /// What a day shows: the vehicle's id, or `CERTIFICATE`, `VOID`, or nothing.
    private static void fill(Map<RegistrationMark, String[]> calendar, Noted noted) {
        MarkFact fact = (MarkFact) noted.fact();
        VehicleId carrier = fact.carrier();
        String place = carrier != null
                ? carrier.text()
                : switch (fact) {
                    case EntitlementGranted _, EntitlementBought _, NomineeNamed _, EntitlementExtended _ ->
                        "CERTIFICATE";
                    case MarkReplaced _, EntitlementSurrendered _, EntitlementLapsed _ -> "VOID";
                    case MarkIssued _, MarkRestored _, MarkTransferred _, EntitlementUsed _ ->
                        throw new IllegalStateException("it is on a vehicle");
                };
        String[] days = calendar.computeIfAbsent(fact.mark(), _ -> new String[DAYS]);
        for (int day = 0; day < DAYS; day++) {
            if (FIRST.plusDays(day).isBefore(fact.effectiveOn())) continue;
            if (!place.equals("CERTIFICATE") && !place.equals("VOID"))
                for (String[] others : calendar.values()) if (place.equals(others[day])) others[day] = null;
            days[day] = place;
        }
    }

    private String[] places(RegistrationMark mark, Instant known) {
        AsOf asOf = AsOf.of(null, known);
        String[] days = new String[DAYS];
        for (MarkPlaceRow row :
                service.bean(MarkPlaces.class).until(mark.text(), asOf.effectiveAt(), asOf.recordedAt()))
            for (int day = 0; day < DAYS; day++)
                if (!row.effectiveFrom().isAfter(FIRST.plusDays(day))
                        && (row.effectiveTo() == null || row.effectiveTo().isAfter(FIRST.plusDays(day))))
                    days[day] = row.place() == MarkPlaceRow.Place.VEHICLE
                            ? row.vehicleId()
                            : row.place().name();
        return days;
    }

    private void project(List<Noted> batch) {
        transaction.executeWithoutResult(_ -> service.bean(RowSessions.class)
                .use(rows -> service.bean(MarkHistoryProjection.class).project(batch, rows)));
    }

    private static Noted noted(int second, MarkFact fact) {
        return new Noted(second, START.plusSeconds(second), UUID.randomUUID(), fact);
    }

    private static VehicleId anybody() {
        return TestVehicle.registeredOn("2020-01-01").id();
    }

    /// Vehicles whose marks are retained, assigned and transferred, and certificates, on dates in any order.
    private final class Story {

        final Random random;
        final List<List<Noted>> transactions = new ArrayList<>();
        private final List<VehicleId> vehicles = new ArrayList<>();
        private final Map<VehicleId, RegistrationMark> carries = new HashMap<>();
        private final Map<VehicleId, RegistrationMark> original = new HashMap<>();
        private final List<RegistrationMark> certificates = new ArrayList<>();
        private final Map<RegistrationMark, VehicleId> voided = new HashMap<>();
        private long position;

        Story(long seed) {
            random = new Random(seed);
            position = seed * 1_000_000;
        }

        void goOn() {
            LocalDate date = FIRST.plusDays(random.nextInt(DAYS));
            int what = random.nextInt(8);
            if (what == 0 || vehicles.size() < 2) register(date);
            else if (what == 1) buy(date);
            else if (what == 2) transfer(date);
            else if (what == 3 || certificates.isEmpty()) retain(any(vehicles), date);
            else if (what == 4) printAnew(any(certificates), date);
            else if (what == 5) giveUp(date);
            else assign(any(vehicles), date);
        }

        private void buy(LocalDate date) {
            RegistrationMark mark = TestVehicle.nextMark();
            certificates.add(mark);
            record(TestVehicle.bought(service.log, mark, "x", date.toString()));
        }

        private void printAnew(RegistrationMark mark, LocalDate date) {
            record(
                    random.nextBoolean()
                            ? TestVehicle.named(service.log, mark, "x", date.toString(), "2030-01-01")
                            : TestVehicle.extended(service.log, mark, "x", date.toString(), "2040-01-01"));
        }

        private void giveUp(LocalDate date) {
            RegistrationMark mark = any(certificates);
            certificates.remove(mark);
            record(
                    random.nextBoolean()
                            ? new EntitlementLapsed(mark, date)
                            : new EntitlementSurrendered(mark, service.log.credential("x"), 80_00, date, date));
        }

        private void transfer(LocalDate date) {
            VehicleId from = any(vehicles);
            VehicleId to = any(vehicles);
            if (from.equals(to)) return;
            RegistrationMark moved = carries.get(from);
            RegistrationMark off = carries.put(to, moved);
            MarkFact on = replaced(from, date);
            voided.put(off, to);
            record(new MarkTransferred(moved, from, to, date), on, new MarkReplaced(off, to, date));
        }

        private void register(LocalDate date) {
            VehicleId vehicle = anybody();
            vehicles.add(vehicle);
            carries.put(vehicle, TestVehicle.nextMark());
            original.put(vehicle, carries.get(vehicle));
            record(new MarkIssued(carries.get(vehicle), vehicle, date));
        }

        private void retain(VehicleId vehicle, LocalDate date) {
            RegistrationMark mark = carries.get(vehicle);
            MarkFact on = replaced(vehicle, date);
            certificates.add(mark);
            record(
                    new EntitlementGranted(
                            mark,
                            vehicle,
                            service.log.credential("x"),
                            new SealedParty(service.log.seal("{}")),
                            date,
                            date.plusYears(10)),
                    on);
        }

        private MarkFact replaced(VehicleId vehicle, LocalDate date) {
            RegistrationMark back = original.get(vehicle);
            if (vehicle.equals(voided.get(back))) {
                voided.remove(back);
                carries.put(vehicle, back);
                return new MarkRestored(back, vehicle, date);
            }
            carries.put(vehicle, TestVehicle.nextMark());
            return new MarkIssued(carries.get(vehicle), vehicle, date);
        }

        private void assign(VehicleId vehicle, LocalDate date) {
            RegistrationMark put = any(certificates);
            certificates.remove(put);
            RegistrationMark off = carries.put(vehicle, put);
            voided.put(off, vehicle);
            record(new MarkReplaced(off, vehicle, date), new EntitlementUsed(put, vehicle, false, date));
        }

        private void record(MarkFact... facts) {
            List<Noted> transaction = new ArrayList<>();
            Instant at = START.plusSeconds(transactions.size());
            List<MarkFact> order = new ArrayList<>(List.of(facts));
            if (random.nextBoolean()) order = order.reversed();
            for (MarkFact fact : order) transaction.add(new Noted(position++, at, UUID.randomUUID(), fact));
            transactions.add(transaction);
        }

        private <T> T any(List<T> list) {
            return list.get(random.nextInt(list.size()));
        }
    }
}
