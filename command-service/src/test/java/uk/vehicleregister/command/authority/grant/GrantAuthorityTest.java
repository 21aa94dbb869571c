package uk.vehicleregister.command.authority.grant;

import static uk.vehicleregister.command.History.SHOWN;
import static uk.vehicleregister.command.History.acquired;
import static uk.vehicleregister.command.History.disposed;
import static uk.vehicleregister.command.History.lifted;
import static uk.vehicleregister.command.History.marked;
import static uk.vehicleregister.command.History.registered;
import static uk.vehicleregister.command.History.registeredInTrade;
import static uk.vehicleregister.kernel.Samples.MARK;
import static uk.vehicleregister.kernel.Samples.TODAY;
import static uk.vehicleregister.kernel.Samples.VEHICLE;
import static uk.vehicleregister.kernel.Samples.sealedPerson;
import static uk.vehicleregister.kernel.refusal.RefusalCode.AUTHORITY_PERIOD;
import static uk.vehicleregister.kernel.refusal.RefusalCode.EXPORTED;
import static uk.vehicleregister.kernel.refusal.RefusalCode.NO_KEEPER;
import static uk.vehicleregister.kernel.refusal.RefusalCode.SCRAPPED;
import static uk.vehicleregister.kernel.refusal.RefusalCode.V5C_SUPPRESSED;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.command.Given;
import uk.vehicleregister.command.authority.grant.GrantAuthorityDecider.Shown;
import uk.vehicleregister.command.authority.grant.GrantAuthorityDecider.Vehicle;
import uk.vehicleregister.command.desk.Decision;
import uk.vehicleregister.kernel.event.AuthorityGranted;
import uk.vehicleregister.kernel.event.VehicleFact;
import uk.vehicleregister.kernel.vehicle.Marker;

class GrantAuthorityTest {

    private static final UUID ID = UUID.fromString("0d9c1f0e-7b7a-4a53-9d0c-2f6b8a1c4e55");

    @Test
    void a_keeper_lets_an_intermediary_act_until_a_day_and_no_longer_than_the_keepership() {
        given(registered())
                .when(until(TODAY.plusMonths(3)))
                .thenRecorded(new AuthorityGranted(
                        ID,
                        VEHICLE,
                        "trader",
                        List.of("disposals", "retentions"),
                        sealedPerson().details().keyId(),
                        "keeper",
                        "digest",
                        TODAY,
                        TODAY.plusMonths(3)));
    }

    @Test
    void without_a_keeper_there_is_nobody_to_act_for() {
        given(registeredInTrade()).when(until(TODAY)).thenRefused(NO_KEEPER);
        given(registered(), disposed(TODAY)).when(until(TODAY)).thenRefused(NO_KEEPER);
    }

    @Test
    void who_bought_out_of_the_trade_may_let_somebody_act() {
        given(registered(), disposed(TODAY), acquired(TODAY)).when(until(TODAY)).thenAccepted();
    }

    @Test
    void a_suppressed_v5c_stops_it_whatever_else_stands_on_the_record() {
        given(registered(), disposed(TODAY), marked(Marker.V5C_SUPPRESSED))
                .when(until(TODAY))
                .thenRefused(V5C_SUPPRESSED);
        given(registered(), marked(Marker.V5C_SUPPRESSED), lifted(Marker.V5C_SUPPRESSED))
                .when(until(TODAY))
                .thenAccepted();
    }

    @Test
    void for_an_exported_or_scrapped_vehicle_nobody_acts() {
        given(registered(), marked(Marker.EXPORTED)).when(until(TODAY)).thenRefused(EXPORTED);
        given(registered(), marked(Marker.SCRAPPED)).when(until(TODAY)).thenRefused(SCRAPPED);
    }

    @Test
    void it_may_end_today() {
        given(registered()).when(until(TODAY)).thenAccepted();
    }

    @Test
    void it_may_not_have_ended_yesterday() {
        given(registered()).when(until(TODAY.minusDays(1))).thenRefused(AUTHORITY_PERIOD);
    }

    @Test
    void it_may_last_two_years_to_the_day() {
        given(registered()).when(until(TODAY.plusYears(2))).thenAccepted();
    }

    @Test
    void it_may_not_last_two_years_and_a_day() {
        given(registered()).when(until(TODAY.plusYears(2).plusDays(1))).thenRefused(AUTHORITY_PERIOD);
    }

    private static Given<Vehicle> given(VehicleFact... facts) {
        return Given.recorded(Vehicle.NEW, GrantAuthorityDecider::evolve, facts);
    }

    private static Function<Vehicle, Decision> until(LocalDate lastDay) {
        GrantAuthority command = new GrantAuthority(MARK, SHOWN, "trader", List.of("disposals", "retentions"), lastDay);
        return vehicle ->
                GrantAuthorityDecider.decide(command, vehicle, new Shown(ID, VEHICLE, "keeper", "digest"), TODAY);
    }
}
