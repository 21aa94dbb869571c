package uk.vehicleregister.query.letters;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.query.RunningService;
import uk.vehicleregister.query.TestVehicle;

class LettersTest {

    private final RunningService service = RunningService.shared();
    private final TestVehicle vehicle = TestVehicle.registeredOn("2010-03-01");

    @Test
    void a_sale_to_the_trade_brings_a_letter() {
        UUID transaction = UUID.randomUUID();
        service.log.append(vehicle.registered(TestVehicle.person(service.log)), vehicle.issued());
        LocalDate before = today();
        long position = service.log.append(transaction, vehicle.disposed(service.log, "2015-01-01"));

        JsonNode letters = ask(position, "transactionId", transaction);
        LocalDate issuedOn = LocalDate.parse(letters.get(0).get("issuedOn").asString());
        assertThat(issuedOn).isBetween(before, today());
        assertThat(letters).isEqualTo(RunningService.JSON.readTree("""
                [{"type":"ACKNOWLEDGEMENT","position":%d,"registrationMark":"%s","issuedOn":"%s",
                  "transactionId":"%s"}]""".formatted(
                        position, vehicle.mark().text(), issuedOn, transaction)));
    }

    @Test
    void a_vehicles_letters_come_oldest_first_each_with_the_mark_of_its_time() {
        RegistrationMark replacement = TestVehicle.nextMark();
        service.log.append(vehicle.registered(TestVehicle.person(service.log)), vehicle.issued());
        long first = service.log.append(vehicle.sold(TestVehicle.person(service.log), "2015-01-01"));
        service.log.append(vehicle.retained(service.log, replacement, "1-14316-054027-X", "2016-01-01"));
        long second = service.log.append(vehicle.disposed(service.log, "2017-01-01"));
        long last = service.log.append(vehicle.acquired(service.log, TestVehicle.person(service.log), "2017-02-01"));

        JsonNode letters = ask(last, "vehicleId", vehicle.id().text());
        assertThat(letters.valueStream().map(letter -> letter.get("position").asLong()))
                .containsExactly(first, second);
        assertThat(letters.valueStream()
                        .map(letter -> letter.get("registrationMark").asString()))
                .containsExactly(vehicle.mark().text(), replacement.text());
    }

    @Test
    void a_vehicle_without_a_keeper_brings_no_letter() {
        service.log.append(vehicle.registered(null), vehicle.issued());
        long position = service.log.append(vehicle.sold(TestVehicle.person(service.log), "2015-01-01"));

        assertThat(ask(position, "vehicleId", vehicle.id().text())).isEmpty();
    }

    @Test
    void what_is_not_there_is_an_empty_list_and_what_is_not_an_id_400() {
        assertThat(ask(0, "transactionId", UUID.randomUUID())).isEmpty();
        for (String body : new String[] {
            "{}", "{\"transactionId\":\"1\"}", "{\"vehicleId\":\"a b\"}", "{\"vehicleId\":7}", "{\"letter\":\"a\"}"
        })
            assertThat(service.postAs("registrar", 0, "/v1/letters/search", body)
                            .status())
                    .as(body)
                    .isEqualTo(400);
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Europe/London"));
    }

    private JsonNode ask(long position, String field, Object value) {
        return service.postAs("registrar", position, "/v1/letters/search", "{\"%s\":\"%s\"}".formatted(field, value))
                .json();
    }
}
