package uk.vehicleregister.command.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.vehicleregister.kernel.Samples.OTHER_VEHICLE;
import static uk.vehicleregister.kernel.Samples.TODAY;
import static uk.vehicleregister.kernel.Samples.VEHICLE;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.command.desk.Fold;
import uk.vehicleregister.kernel.event.AuthorityFact;
import uk.vehicleregister.kernel.event.AuthorityGranted;
import uk.vehicleregister.kernel.event.AuthorityRevoked;
import uk.vehicleregister.kernel.refusal.RefusalCode;
import uk.vehicleregister.kernel.vehicle.VehicleId;

class AuthorityTest {

    private static final UUID ID = UUID.fromString("0d9c1f0e-7b7a-4a53-9d0c-2f6b8a1c4e55");
    private static final UUID KEEPERSHIP = UUID.fromString("3f2504e0-4f89-41d3-9a0c-0305e82c3301");
    private static final UUID NEXT_KEEPERSHIP = UUID.fromString("7f8a1f64-3f5c-4e63-8a51-6f0c2d9b7e21");
    private static final LocalDate LAST_DAY = TODAY.plusMonths(3);

    @Test
    void the_intermediary_may_do_what_is_in_the_scope() {
        assertThat(use(granted())).isEmpty();
    }

    @Test
    void on_its_last_day_an_authority_still_holds() {
        assertThat(use(VEHICLE, KEEPERSHIP, "trader", "disposals", LAST_DAY, granted()))
                .isEmpty();
    }

    @Test
    void the_day_after_its_last_day_it_has_expired() {
        assertThat(use(VEHICLE, KEEPERSHIP, "trader", "disposals", LAST_DAY.plusDays(1), granted()))
                .contains(RefusalCode.AUTHORITY_EXPIRED);
    }

    @Test
    void what_has_been_taken_back_is_refused() {
        assertThat(use(granted(), revoked())).contains(RefusalCode.AUTHORITY_REVOKED);
    }

    @Test
    void a_command_outside_the_scope_is_refused() {
        assertThat(use(VEHICLE, KEEPERSHIP, "trader", "keeper-changes", TODAY, granted()))
                .contains(RefusalCode.AUTHORITY_OUT_OF_SCOPE);
    }

    @Test
    void it_ends_with_the_keepership() {
        assertThat(use(VEHICLE, NEXT_KEEPERSHIP, "trader", "disposals", TODAY, granted()))
                .contains(RefusalCode.AUTHORITY_ENDED);
    }

    @Test
    void in_the_trade_there_is_nobody_to_act_for() {
        assertThat(use(VEHICLE, null, "trader", "disposals", TODAY, granted())).contains(RefusalCode.AUTHORITY_ENDED);
    }

    @Test
    void an_unknown_authority_matches_nothing() {
        assertThat(use()).contains(RefusalCode.VEHICLE_OR_DOCUMENT_NOT_MATCHED);
    }

    @Test
    void to_another_account_it_is_as_if_there_were_none_even_when_it_was_taken_back() {
        assertThat(use(VEHICLE, KEEPERSHIP, "somebody else", "disposals", TODAY, granted(), revoked()))
                .contains(RefusalCode.VEHICLE_OR_DOCUMENT_NOT_MATCHED);
    }

    @Test
    void on_another_vehicle_it_is_as_if_there_were_none() {
        assertThat(use(OTHER_VEHICLE, KEEPERSHIP, "trader", "disposals", TODAY, granted()))
                .contains(RefusalCode.VEHICLE_OR_DOCUMENT_NOT_MATCHED);
    }

    private static AuthorityFact granted() {
        return new AuthorityGranted(
                ID, VEHICLE, "trader", List.of("disposals"), KEEPERSHIP, "keeper", "digest", TODAY, LAST_DAY);
    }

    private static AuthorityFact revoked() {
        return new AuthorityRevoked(ID, TODAY);
    }

    private static Optional<RefusalCode> use(AuthorityFact... facts) {
        return use(VEHICLE, KEEPERSHIP, "trader", "disposals", TODAY, facts);
    }

    private static Optional<RefusalCode> use(
            VehicleId vehicle,
            @Nullable UUID keeper,
            String account,
            String command,
            LocalDate on,
            AuthorityFact... facts) {
        return Fold.of(List.of(facts), Authority.NONE, Authority::evolve)
                .stops(new Authority.Use(vehicle, keeper, account, command, on));
    }
}
