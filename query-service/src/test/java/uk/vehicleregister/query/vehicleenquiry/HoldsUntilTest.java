package uk.vehicleregister.query.vehicleenquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.query.TestVehicle;

/// Over the days of two months, for vehicles taxed, tested and taken off the road at random.
class HoldsUntilTest {

    private static final LocalDate FIRST = LocalDate.parse("2026-06-01");
    private static final int DAYS = 60;

    @Test
    void an_answer_is_the_same_on_each_of_its_days() {
        Random random = new Random(20260701);
        Set<Integer> lengths = new TreeSet<>();
        for (int i = 0; i < 200; i++) {
            VehicleRow row = row(random);
            for (int day = 0; day < DAYS; day++) {
                LocalDate today = FIRST.plusDays(day);
                LocalDate until = VehicleAnswer.holdsUntil(row, today);
                assertThat(until).isAfterOrEqualTo(today);
                VehicleAnswer answer = VehicleAnswer.of(row, today);
                int length = 0;
                for (LocalDate d = today; length < DAYS && !d.isAfter(until); d = d.plusDays(1), length++)
                    assertThat(VehicleAnswer.of(row, d)).isEqualTo(answer);
                lengths.add(length);
            }
        }
        assertThat(lengths).contains(1, 2, 20, DAYS);
    }

    @Test
    void where_nothing_was_fed_it_holds_until_something_is_told() {
        VehicleRow row = new VehicleRow(TestVehicle.registeredOn("2005-11-30").registered(null));
        assertThat(VehicleAnswer.holdsUntil(row, FIRST)).isEqualTo(LocalDate.MAX);
    }

    private static VehicleRow row(Random random) {
        TestVehicle vehicle = TestVehicle.registeredOn("2005-11-30");
        VehicleRow row = new VehicleRow(vehicle.registered(null));
        for (int told = random.nextInt(5); told > 0; told--)
            switch (random.nextInt(4)) {
                case 0, 1 -> {
                    LocalDate from = day(random);
                    row.license(vehicle.taxed(
                            from.toString(), from.plusDays(random.nextInt(30)).toString()));
                }
                case 2 -> row.license(vehicle.offRoad(day(random).toString()));
                default -> {
                    LocalDate expires = day(random);
                    row.license(vehicle.passed(expires.minusYears(1).toString(), expires.toString()));
                }
            }
        return row;
    }

    private static LocalDate day(Random random) {
        return FIRST.plusDays(random.nextInt(DAYS + 20) - 10);
    }
}
