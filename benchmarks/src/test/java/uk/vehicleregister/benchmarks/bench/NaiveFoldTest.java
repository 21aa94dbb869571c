package uk.vehicleregister.benchmarks.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class NaiveFoldTest {

    private static final String REGISTERED = """
            {"vehicleId":"a","mark":"AB51CDE","details":
             {"make":"FORD","colour":"BLUE","dateOfFirstRegistration":"2001-09-01"}}""";

    @Test
    void the_last_v5c_counts() {
        NaiveFold fold = new NaiveFold();
        fold.take("VehicleRegistered", REGISTERED);
        fold.take("V5CIssued", "{\"vehicleId\":\"a\",\"issuedOn\":\"2001-09-01\"}");
        fold.take("KeeperChanged", "{\"vehicleId\":\"a\"}");
        fold.take("V5CIssued", "{\"vehicleId\":\"a\",\"issuedOn\":\"2026-01-01\"}");

        assertThat(fold.rows()).isEqualTo(1);
        assertThat(fold.digest())
                .isEqualTo(NaiveFold.digest(List.of("a", "AB51CDE", "FORD", "BLUE", "2001-09-01", "f", "2026-01-01")));
    }

    @Test
    void a_row_that_differs_shows_in_the_digest() {
        assertThat(NaiveFold.digest(List.of("a", "AB51CDE"))).isNotEqualTo(NaiveFold.digest(List.of("a", "AB51CDF")));
    }

    @Test
    void an_event_before_its_vehicle_is_a_fault() {
        assertThatThrownBy(() -> new NaiveFold().take("KeeperChanged", "{\"vehicleId\":\"a\"}"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_kind_of_event_it_does_not_know_is_a_fault() {
        assertThatThrownBy(() -> new NaiveFold().take("MarkRetained", "{\"vehicleId\":\"a\"}"))
                .isInstanceOf(IllegalStateException.class);
    }
}
