package uk.vehicleregister.query.vehiclehistory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import uk.vehicleregister.kernel.sealing.SealedKeeper;
import uk.vehicleregister.query.RunningService;
import uk.vehicleregister.query.RunningService.Answer;
import uk.vehicleregister.query.TestVehicle;

class DeathAndNewDetailsTest {

    private final RunningService service = RunningService.shared();
    private final TestVehicle car = TestVehicle.registeredOn("2020-01-10");
    private final SealedKeeper anna = TestVehicle.person(service.log);

    @Test
    void from_the_date_of_death_the_estate_is_keeper_until_it_sells() {
        SealedKeeper estate = TestVehicle.estate(service.log);
        SealedKeeper ben = TestVehicle.person(service.log);
        service.log.append(car.registered(anna), car.issued());
        service.log.append(car.died(estate, "2024-03-05"), car.v5c(service.log, "44444444444", "2024-03-20"));
        long position = service.log.append(car.sold(ben, "2024-06-01"));

        assertThat(keeperOn("2024-03-04", position)).isEqualTo(keeper("PERSON", anna, "2020-01-10"));
        assertThat(keeperOn("2024-03-05", position)).isEqualTo(keeper("ESTATE", estate, "2024-03-05"));
        assertThat(keeperOn("2024-05-31", position)).isEqualTo(keeper("ESTATE", estate, "2024-03-05"));
        assertThat(keeperOn("2024-06-01", position)).isEqualTo(keeper("PERSON", ben, "2024-06-01"));
    }

    @Test
    void new_details_of_a_keeper_begin_no_new_keepership() {
        service.log.append(car.registered(anna), car.issued());
        long position = service.log.append(
                car.detailsChanged(anna, "2024-03-05"), car.v5c(service.log, "55555555555", "2024-03-05"));

        assertThat(keeperOn("2024-03-04", position)).isEqualTo(keeper("PERSON", anna, "2020-01-10"));
        assertThat(keeperOn("2024-03-05", position)).isEqualTo(keeper("PERSON", anna, "2020-01-10"));
        JsonNode history = ask("2024-03-05", position);
        assertThat(history.get("state").get("lastV5CIssuedOn").asString()).isEqualTo("2024-03-05");
        assertThat(history.get("events").valueStream())
                .extracting(event -> event.get("type").asString())
                .contains("KeeperDetailsChanged");
    }

    private String keeperOn(String date, long position) {
        return ask(date, position).get("state").get("keeper").toString();
    }

    private JsonNode ask(String date, long position) {
        Answer answer = service.postAs(
                "auditor",
                position,
                "/v1/vehicle-history",
                "{\"vehicleId\":\"%s\",\"effectiveAt\":\"%s\"}"
                        .formatted(car.id().text(), date));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static String keeper(String type, SealedKeeper keeper, String since) {
        return "{\"type\":\"%s\",\"id\":\"%s\",\"since\":\"%s\"}"
                .formatted(type, keeper.details().keyId(), since);
    }
}
