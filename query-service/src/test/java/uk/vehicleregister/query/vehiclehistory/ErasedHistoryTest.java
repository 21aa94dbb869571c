package uk.vehicleregister.query.vehiclehistory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import uk.vehicleregister.kernel.keeper.KeeperType;
import uk.vehicleregister.kernel.sealing.Sealed;
import uk.vehicleregister.kernel.sealing.SealedKeeper;
import uk.vehicleregister.query.RunningService;
import uk.vehicleregister.query.TestVehicle;

/// A tombstone renders as erased, an absent key is a fault.
class ErasedHistoryTest {

    private final RunningService service = RunningService.shared();

    @Test
    void who_was_erased_is_shown_as_erased_and_nobody_else() {
        SealedKeeper anna = TestVehicle.person(service.log);
        SealedKeeper ben = TestVehicle.person(service.log);
        TestVehicle car = TestVehicle.registeredOn("2020-01-10");
        service.log.append(car.registered(anna), car.issued());
        long position = service.log.append(car.sold(ben, "2024-02-20"));
        assertThat(ask(car, position, "").toString()).doesNotContain("erased");

        service.database.rows("select log.erase_data_key('" + anna.details().keyId() + "')");

        JsonNode answer = ask(car, position, "");
        assertThat(answer.at("/events/0/data/keeper/details/erased").asBoolean())
                .isTrue();
        assertThat(answer.at("/events/0/data/keeper/postcode/erased").asBoolean())
                .isTrue();
        assertThat(answer.at("/events/2/data/keeper/details").has("erased")).isFalse();
        assertThat(answer.at("/state/keeper").has("erased")).isFalse();
        JsonNode before = ask(car, position, ",\"effectiveAt\":\"2023-01-01\"");
        assertThat(before.at("/state/keeper/erased").asBoolean()).isTrue();
        assertThat(before.at("/state/keeper/type").asString()).isEqualTo("PERSON");
    }

    @Test
    void a_key_that_is_not_even_a_tombstone_is_a_fault() {
        Sealed lost = new Sealed("A".repeat(22) + ".text");
        TestVehicle car = TestVehicle.registeredOn("2020-01-10");
        long position =
                service.log.append(car.registered(new SealedKeeper(KeeperType.PERSON, lost, lost)), car.issued());
        assertThat(service.postAs("auditor", position, "/v1/vehicle-history", question(car, ""))
                        .status())
                .isEqualTo(500);
    }

    private JsonNode ask(TestVehicle car, long position, String more) {
        return service.postAs("auditor", position, "/v1/vehicle-history", question(car, more))
                .json();
    }

    private static String question(TestVehicle car, String more) {
        return "{\"vehicleId\":\"%s\"%s}".formatted(car.id().text(), more);
    }
}
