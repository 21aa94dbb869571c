package uk.vehicleregister.query.projection;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.eventstore.vault.ErasureList;
import uk.vehicleregister.eventstore.vault.LocalKeys;
import uk.vehicleregister.kernel.sealing.Sealed;
import uk.vehicleregister.query.RunningService;
import uk.vehicleregister.query.TestVehicle;

/// The query service answers nobody while a restored backup still holds somebody who was erased.
class NobodyCameBackTest {

    private final RunningService service = RunningService.shared();

    @Test
    void it_waits_for_the_erased_to_be_destroyed_again_and_then_gives_up() {
        ErasureList list = LocalKeys.open(service.keys, false).erasures();
        NobodyCameBack nobody = new NobodyCameBack(service.database.query(), list);
        assertThatCode(() -> nobody.await(Duration.ZERO)).doesNotThrowAnyException();

        TestVehicle car = TestVehicle.registeredOn("2020-01-10");
        Sealed anna = TestVehicle.person(service.log).details();
        service.log.append(car.registered(TestVehicle.person(service.log)), car.issued());
        list.add(List.of(anna.keyId(), UUID.randomUUID()));
        assertThatThrownBy(() -> nobody.await(Duration.ZERO))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("restore");

        Thread.ofVirtual().start(() -> service.database.rows("select log.erase_data_key('" + anna.keyId() + "')"));
        assertThatCode(() -> nobody.await(Duration.ofSeconds(20))).doesNotThrowAnyException();
    }
}
