package uk.vehicleregister.command.v5c.replace;

import static uk.vehicleregister.command.History.*;
import static uk.vehicleregister.kernel.Samples.*;
import static uk.vehicleregister.kernel.refusal.RefusalCode.*;

import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import uk.vehicleregister.command.Given;
import uk.vehicleregister.command.desk.Decision;
import uk.vehicleregister.command.lookup.Markers;
import uk.vehicleregister.command.lookup.Proof;
import uk.vehicleregister.kernel.event.V5CIssued;
import uk.vehicleregister.kernel.event.V5CReplaced;
import uk.vehicleregister.kernel.event.VehicleFact;
import uk.vehicleregister.kernel.paper.LossReason;
import uk.vehicleregister.kernel.refusal.RefusalCode;
import uk.vehicleregister.kernel.vehicle.Marker;

class ReplaceV5CTest {

    @ParameterizedTest
    @EnumSource
    void another_v5c_is_printed_and_why_is_recorded(LossReason reason) {
        given(registered())
                .when(replace(reason))
                .thenRecorded(
                        new V5CReplaced(VEHICLE, reason, TODAY),
                        new V5CIssued(VEHICLE, MARK, credential("90807060504"), TODAY));
    }

    @ParameterizedTest
    @CsvSource({"V5C_SUPPRESSED, V5C_SUPPRESSED", "EXPORTED, EXPORTED", "SCRAPPED, SCRAPPED"})
    void a_marker_stops_it_until_it_is_lifted(Marker marker, RefusalCode code) {
        given(registered(), marked(marker)).when(replace(LossReason.LOST)).thenRefused(code);
        given(registered(), marked(marker), lifted(marker))
                .when(replace(LossReason.LOST))
                .thenAccepted();
    }

    @Test
    void a_suppressed_v5c_is_told_before_anything_else() {
        given(registered(), scrapped(), marked(Marker.V5C_SUPPRESSED))
                .when(replace(LossReason.LOST))
                .thenRefused(V5C_SUPPRESSED);
    }

    @Test
    void whose_vehicle_was_stolen_with_its_v5c_gets_another() {
        given(registered(), marked(Marker.STOLEN))
                .when(replace(LossReason.STOLEN))
                .thenAccepted();
    }

    private static Given<Markers> given(VehicleFact... facts) {
        return Given.recorded(Markers.NONE, ReplaceV5CDecider::evolve, facts);
    }

    private static Function<Markers, Decision> replace(LossReason reason) {
        var proof = new Proof.KeeperPostcode(person().address().postcode());
        return markers -> ReplaceV5CDecider.decide(
                new ReplaceV5C(MARK, proof, reason), VEHICLE, markers, () -> credential("90807060504"), TODAY);
    }
}
