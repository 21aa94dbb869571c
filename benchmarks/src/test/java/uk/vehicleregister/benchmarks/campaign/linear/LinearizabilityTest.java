package uk.vehicleregister.benchmarks.campaign.linear;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.benchmarks.campaign.linear.Operation.Assigned;
import uk.vehicleregister.benchmarks.campaign.linear.Operation.CertificateNotMatched;
import uk.vehicleregister.benchmarks.campaign.linear.Operation.Did;
import uk.vehicleregister.benchmarks.campaign.linear.Operation.KeeperChanged;
import uk.vehicleregister.benchmarks.campaign.linear.Operation.NotMatched;
import uk.vehicleregister.benchmarks.campaign.linear.Operation.Read;
import uk.vehicleregister.benchmarks.campaign.linear.Operation.Retained;

/// Histories made up by hand. Times are whole numbers; an operation lasts from the first to the second.
class LinearizabilityTest {

    private static final Street CAR_AND_VAN =
            Street.of(Map.of("car", new Street.Paper("CAR", "car-1"), "van", new Street.Paper("VAN", "van-1")));
    private static final Did SOLD = new KeeperChanged("CAR", "car-1", "car-2");
    private static final Did RETAINED = new Retained("CAR", "car-1", "C1", "NEW", "car-2");

    @Test
    void one_after_the_other() {
        holds(at(1, 2, SOLD), at(3, 4, new Read("car", "CAR", "car-2")), at(5, 6, new NotMatched("CAR", "car-1")));
    }

    @Test
    void a_read_while_it_is_sold_may_see_either() {
        holds(at(1, 9, SOLD), at(2, 3, new Read("car", "CAR", "car-1")), at(4, 5, new Read("car", "CAR", "car-2")));
    }

    @Test
    void a_stale_read() {
        doesNotHold(at(1, 2, SOLD), at(3, 4, new Read("car", "CAR", "car-1")));
    }

    @Test
    void a_read_that_goes_back() {
        doesNotHold(
                at(1, 9, SOLD), at(2, 3, new Read("car", "CAR", "car-2")), at(4, 5, new Read("car", "CAR", "car-1")));
    }

    @Test
    void two_sales_on_one_reference() {
        doesNotHold(at(1, 9, SOLD), at(1, 9, new KeeperChanged("CAR", "car-1", "car-3")));
    }

    @Test
    void a_right_reference_that_a_stale_cache_refuses() {
        doesNotHold(at(1, 2, SOLD), at(3, 4, new NotMatched("CAR", "car-2")));
    }

    @Test
    void a_change_that_is_lost() {
        doesNotHold(at(1, 2, SOLD), at(3, 4, new KeeperChanged("CAR", "car-1", "car-3")));
    }

    @Test
    void a_mark_goes_off_one_vehicle_and_onto_another() {
        holds(
                at(1, 4, RETAINED),
                at(2, 8, new Assigned("VAN", "van-1", "CAR", "C1", "van-2")),
                at(9, 10, new Read("van", "CAR", "van-2")),
                at(9, 10, new Read("car", "NEW", "car-2")));
    }

    @Test
    void a_mark_that_goes_onto_two_vehicles() {
        doesNotHold(
                at(1, 2, RETAINED),
                at(3, 9, new Assigned("VAN", "van-1", "CAR", "C1", "van-2")),
                at(3, 9, new Assigned("NEW", "car-2", "CAR", "C1", "car-3")));
    }

    @Test
    void a_mark_that_is_assigned_before_it_is_retained() {
        doesNotHold(at(1, 2, new Assigned("VAN", "van-1", "CAR", "C1", "van-2")), at(3, 4, RETAINED));
    }

    @Test
    void a_certificate_that_is_refused_though_it_is_good() {
        doesNotHold(at(1, 2, RETAINED), at(3, 4, new CertificateNotMatched("VAN", "van-1", "CAR", "C1")));
        holds(at(1, 3, RETAINED), at(2, 4, new CertificateNotMatched("VAN", "van-1", "CAR", "C1")));
    }

    @Test
    void a_replacement_that_another_vehicle_has() {
        doesNotHold(at(1, 2, new Retained("CAR", "car-1", "C1", "VAN", "car-2")));
    }

    /// What it can only find by going back on its first choices.
    @Test
    void an_order_that_is_not_that_of_the_beginnings() {
        holds(
                at(1, 9, new KeeperChanged("CAR", "car-3", "car-4")),
                at(2, 9, new KeeperChanged("CAR", "car-2", "car-3")),
                at(3, 9, SOLD),
                at(4, 9, new NotMatched("CAR", "car-1")));
    }

    @Test
    void the_planted_read_is_one_that_begins_after_a_change_has_returned() {
        Operation read = at(3, 4, new Read("car", "CAR", "car-2"));
        assertThat(Planted.staleRead(List.of(at(1, 2, SOLD), read))
                        .orElseThrow()
                        .getLast()
                        .did())
                .isEqualTo(new Read("car", "CAR", "car-1"));
        assertThat(Planted.staleRead(List.of(at(1, 9, SOLD), read))).isEmpty();
    }

    private static Operation at(long invoked, long returned, Did did) {
        return new Operation(0, invoked, returned, did);
    }

    private static void holds(Operation... history) {
        assertThat(Linearizability.holds(CAR_AND_VAN, List.of(history))).isTrue();
    }

    private static void doesNotHold(Operation... history) {
        assertThat(Linearizability.holds(CAR_AND_VAN, List.of(history))).isFalse();
    }
}
