package uk.vehicleregister.kernel.keeper;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import uk.vehicleregister.kernel.Samples;
import uk.vehicleregister.kernel.event.EventJson;

class KeeperJsonTest {

    @Test
    void a_person_is_written_in_the_contracts_form_with_the_type_first() {
        assertThat(EventJson.write(Samples.person()))
                .isEqualTo("{\"type\":\"PERSON\",\"title\":\"Mrs\",\"firstNames\":\"Gwenllian Mair\","
                        + "\"lastName\":\"Prosser-Hughes\",\"dateOfBirth\":\"1974-05-06\","
                        + "\"driverNumber\":\"PROSS755064GM9IJ\",\"email\":\"gwenllian@example.org\","
                        + "\"address\":{\"lines\":[\"12 HARBOUR VIEW\",\"MUMBLES\"],\"postTown\":\"SWANSEA\","
                        + "\"postcode\":\"SA34HP\"}}");
    }

    @Test
    void a_keeper_is_read_back_as_what_it_is() {
        assertThat(readBack(Samples.person())).isEqualTo(Samples.person());
        assertThat(readBack(Samples.business())).isEqualTo(Samples.business());
        assertThat(Samples.person().type()).isEqualTo(KeeperType.PERSON);
        assertThat(Samples.business().type()).isEqualTo(KeeperType.BUSINESS);
    }

    @Test
    void what_a_business_did_not_give_is_left_out() {
        Business bare = new Business("TAFF VANS", null, null, Samples.address());

        assertThat(EventJson.write(bare))
                .startsWith("{\"type\":\"BUSINESS\",\"name\":\"TAFF VANS\",\"address\":")
                .doesNotContain("fleetNumber", "email");
        assertThat(readBack(bare)).isEqualTo(bare);
    }

    @Test
    void the_other_parties_are_read_back_too() {
        assertThat(EventJson.read(EventJson.write(Samples.trader()), Trader.class))
                .isEqualTo(Samples.trader());
        assertThat(EventJson.read(EventJson.write(Samples.grantee()), Grantee.class))
                .isEqualTo(Samples.grantee());
        assertThat(EventJson.read(EventJson.write(Samples.actingBusiness()), ActingBusiness.class))
                .isEqualTo(Samples.actingBusiness());
    }

    private static Keeper readBack(Keeper keeper) {
        return EventJson.read(EventJson.write(keeper), Keeper.class);
    }
}
