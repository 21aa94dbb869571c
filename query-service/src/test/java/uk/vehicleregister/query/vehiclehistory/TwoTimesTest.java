package uk.vehicleregister.query.vehiclehistory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import uk.vehicleregister.kernel.event.Fact;
import uk.vehicleregister.kernel.sealing.SealedKeeper;
import uk.vehicleregister.query.RunningService;
import uk.vehicleregister.query.RunningService.Answer;
import uk.vehicleregister.query.TestVehicle;

/// What was true, and what the register believed: late notices and corrections, asked from both sides over HTTP.
class TwoTimesTest {

    private final RunningService service = RunningService.shared();
    private final SealedKeeper anna = TestVehicle.person(service.log);
    private final SealedKeeper ben = TestVehicle.person(service.log);
    private final TestVehicle car = TestVehicle.registeredOn("2020-01-10");
    private long position;

    @Test
    void a_sale_told_eight_months_after_it_happened() {
        String before = recorded(car.registered(anna), car.issued());
        String after = recorded(car.sold(ben, "2024-02-20"));

        assertKeeper("2024-02-19", before, anna);
        assertKeeper("2024-02-19", after, anna);
        assertKeeper("2024-06-01", before, anna);
        assertKeeper("2024-06-01", after, ben);
        assertThat(events("2024-06-01", before)).containsExactly("VehicleRegistered");
        assertThat(events("2024-02-19", after)).containsExactly("VehicleRegistered");
        assertThat(events("2024-02-20", after)).containsExactly("VehicleRegistered", "KeeperChanged");
        assertThat(periods("2024-06-01", before)).containsExactly("anna 2020-01-10 null");
        assertThat(periods("2024-06-01", after)).containsExactly("anna 2020-01-10 2024-02-20", "ben 2024-02-20 null");
        assertThat(periods("2024-02-19", after)).containsExactly("anna 2020-01-10 2024-02-20");
    }

    @Test
    void a_date_of_sale_that_is_put_off() {
        recorded(car.registered(anna), car.issued());
        String before = recorded(car.sold(ben, "2024-02-20"));
        String after = recorded(car.corrected(position, null, "2024-03-05"));

        assertKeeper("2024-02-25", before, ben);
        assertKeeper("2024-02-25", after, anna);
        assertKeeper("2024-03-05", after, ben);
        assertKeeper("2024-02-19", after, anna);
        assertThat(events("2024-02-25", before)).containsExactly("VehicleRegistered", "KeeperChanged");
        assertThat(events("2024-02-25", after))
                .as("the correction is why Anna is still keeper")
                .containsExactly("VehicleRegistered", "KeeperChanged", "KeeperCorrected");
        assertThat(events("2024-02-19", after)).containsExactly("VehicleRegistered");
        assertThat(periods("2024-04-01", before)).containsExactly("anna 2020-01-10 2024-02-20", "ben 2024-02-20 null");
        assertThat(periods("2024-04-01", after)).containsExactly("anna 2020-01-10 2024-03-05", "ben 2024-03-05 null");
    }

    @Test
    void a_date_of_sale_that_is_put_forward() {
        recorded(car.registered(anna), car.issued());
        String before = recorded(car.sold(ben, "2024-03-05"));
        String after = recorded(car.corrected(position, null, "2024-02-20"));

        assertKeeper("2024-02-25", before, anna);
        assertKeeper("2024-02-25", after, ben);
        assertKeeper("2024-02-19", after, anna);
        assertThat(events("2024-02-25", before)).containsExactly("VehicleRegistered");
        assertThat(events("2024-02-25", after))
                .as("the sale is what was corrected, whatever date it told")
                .containsExactly("VehicleRegistered", "KeeperChanged", "KeeperCorrected");
    }

    @Test
    void a_keeper_change_that_never_was() {
        recorded(car.registered(anna), car.issued());
        String before = recorded(car.sold(ben, "2024-02-20"));
        String after = recorded(car.reversed(position, "2024-02-20"));

        assertKeeper("2024-02-25", before, ben);
        assertKeeper("2024-02-25", after, anna);
        assertKeeper("2024-02-19", before, anna);
        assertKeeper("2024-02-19", after, anna);
        assertThat(events("2024-02-25", after))
                .containsExactly("VehicleRegistered", "KeeperChanged", "KeeperChangeReversed");
        assertThat(periods("2024-04-01", before)).containsExactly("anna 2020-01-10 2024-02-20", "ben 2024-02-20 null");
        assertThat(periods("2024-04-01", after)).containsExactly("anna 2020-01-10 null");
        assertThat(keepers("2024-04-01", after)
                        .get("corrections")
                        .get(0)
                        .get("kind")
                        .asString())
                .isEqualTo("REVERSED");
        assertThat(keepers("2024-04-01", before).get("corrections")).isEmpty();
    }

    @Test
    void what_a_vehicle_is_counts_as_corrected_on_every_date_it_was_registered_on() {
        recorded(car.registered(anna), car.issued());
        String before = recorded(car.sold(ben, "2024-02-20"));
        TestVehicle newer = new TestVehicle(car.id(), car.mark(), java.time.LocalDate.parse("2020-02-10"));
        String after = recorded(newer.repainted(position - 2, "GREEN"));

        assertThat(vehicle("2020-01-20", before).at("/state/colour").asString()).isEqualTo("BLUE");
        assertThat(vehicle("2020-01-20", after).at("/state/colour").asString())
                .as("whatever day it was first registered on")
                .isEqualTo("GREEN");
    }

    /// When the log took it in.
    private String recorded(Fact... facts) {
        position = service.log.append(facts);
        JsonNode events = vehicle(null, null).get("events");
        return events.get(events.size() - 1).get("recordedAt").asString();
    }

    private void assertKeeper(String on, String known, SealedKeeper keeper) {
        assertThat(vehicle(on, known).at("/state/keeper/id").asString())
                .as("on %s, as known at %s", on, known)
                .isEqualTo(keeper.details().keyId().toString());
    }

    private List<String> events(String on, String known) {
        return vehicle(on, known)
                .get("events")
                .valueStream()
                .map(event -> event.get("type").asString())
                .toList();
    }

    private List<String> periods(String on, String known) {
        return keepers(on, known)
                .get("keeperships")
                .valueStream()
                .map(period -> name(period.get("id").asString()) + " "
                        + period.get("from").asString() + " "
                        + (period.get("to").isNull() ? "null" : period.get("to").asString()))
                .toList();
    }

    private String name(String id) {
        return id.equals(anna.details().keyId().toString())
                ? "anna"
                : id.equals(ben.details().keyId().toString()) ? "ben" : id;
    }

    private JsonNode vehicle(String on, String known) {
        return ask("/v1/vehicle-history", on, known);
    }

    private JsonNode keepers(String on, String known) {
        return ask("/v1/keeper-history", on, known);
    }

    private JsonNode ask(String path, String on, String known) {
        String more = (on == null ? "" : ",\"effectiveAt\":\"" + on + "\"")
                + (known == null ? "" : ",\"recordedAt\":\"" + known + "\"");
        Answer answer = service.postAs(
                "auditor",
                position,
                path,
                "{\"vehicleId\":\"%s\"%s}".formatted(car.id().text(), more));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }
}
