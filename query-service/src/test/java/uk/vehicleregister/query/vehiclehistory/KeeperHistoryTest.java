package uk.vehicleregister.query.vehiclehistory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import uk.vehicleregister.kernel.sealing.SealedKeeper;
import uk.vehicleregister.query.RunningService;
import uk.vehicleregister.query.RunningService.Answer;
import uk.vehicleregister.query.TestVehicle;

class KeeperHistoryTest {

    private final RunningService service = RunningService.shared();
    private final SealedKeeper anna = TestVehicle.person(service.log);
    private final SealedKeeper ben = TestVehicle.person(service.log);
    private final TestVehicle car = TestVehicle.registeredOn("2020-01-10");
    private long position;

    @Test
    void keepers_and_the_trade_one_after_the_other() {
        service.log.append(car.registered(anna), car.issued());
        long disposal = service.log.append(car.disposed(service.log, "2024-02-01"));
        position = service.log.append(car.acquired(service.log, ben, "2024-03-01"));

        JsonNode answer = ask("").json();
        assertThat(answer.get("vehicleId").asString()).isEqualTo(car.id().text());
        JsonNode trade = answer.get("keeperships").get(1);
        assertThat(trade.get("type").asString()).isEqualTo("TRADE");
        assertThat(trade.get("position").asLong()).isEqualTo(disposal);
        assertThat(trade.get("from").asString()).isEqualTo("2024-02-01");
        assertThat(trade.get("to").asString()).isEqualTo("2024-03-01");
        assertThat(answer.get("keeperships").get(2).get("to").isNull()).isTrue();
        assertThat(answer.get("events")
                        .valueStream()
                        .map(event -> event.get("type").asString()))
                .containsExactly("VehicleRegistered", "DisposedToTrade", "AcquiredFromTrade");
        assertThat(answer.toString()).doesNotContain(TestVehicle.SECRET_NAME, "lastName");
    }

    @Test
    void by_the_mark_it_carried_then() {
        position = service.log.append(car.registered(anna), car.issued());
        assertThat(answer("{\"registrationMark\":\"%s\"}".formatted(car.mark().display()))
                        .json()
                        .get("vehicleId")
                        .asString())
                .isEqualTo(car.id().text());
        assertThat(answer("{\"registrationMark\":\"%s\",\"effectiveAt\":\"2020-01-09\"}"
                                .formatted(car.mark().text()))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void who_was_erased_renders_as_erased() {
        service.log.append(car.registered(anna), car.issued());
        position = service.log.append(car.sold(ben, "2024-02-20"));
        service.database.rows("select log.erase_data_key('" + anna.details().keyId() + "')");

        JsonNode keeperships = ask("").json().get("keeperships");
        assertThat(keeperships.get(0).get("erased").asBoolean()).isTrue();
        assertThat(keeperships.get(0).get("from").asString()).isEqualTo("2020-01-10");
        assertThat(keeperships.get(1).has("erased")).isFalse();
    }

    @Test
    void a_correction_tells_what_it_corrects_and_what_it_says() {
        service.log.append(car.registered(anna), car.issued());
        long sale = service.log.append(car.sold(TestVehicle.person(service.log), "2024-02-20"));
        position = service.log.append(car.corrected(sale, ben, "2024-02-21"));

        JsonNode correction = ask("").json().get("corrections").get(0);
        assertThat(correction.get("position").asLong()).isEqualTo(position);
        assertThat(correction.get("corrects").asLong()).isEqualTo(sale);
        assertThat(correction.get("kind").asString()).isEqualTo("CORRECTED");
        assertThat(correction.get("from").asString()).isEqualTo("2024-02-21");
        assertThat(correction.get("id").asString())
                .isEqualTo(ben.details().keyId().toString());
    }

    @Test
    void an_unknown_vehicle_is_404_and_a_malformed_question_400() {
        assertThat(ask("").status()).isEqualTo(404);
        for (String body : new String[] {
            "{}",
            "{\"vehicleId\":\"a\",\"registrationMark\":\"A1\"}",
            "{\"vehicleId\":\"a\",\"proof\":\"true\"}",
            "{\"vehicleId\":\"a\",\"more\":1}"
        }) assertThat(answer(body).status()).as(body).isEqualTo(400);
    }

    private Answer ask(String more) {
        return answer("{\"vehicleId\":\"%s\"%s}".formatted(car.id().text(), more));
    }

    private Answer answer(String body) {
        return service.postAs("auditor", position, "/v1/keeper-history", body);
    }
}
