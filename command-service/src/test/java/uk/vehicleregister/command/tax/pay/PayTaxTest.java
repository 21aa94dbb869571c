package uk.vehicleregister.command.tax.pay;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.vehicleregister.command.History.*;
import static uk.vehicleregister.kernel.Samples.*;
import static uk.vehicleregister.kernel.refusal.RefusalCode.*;

import java.time.LocalDate;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.command.Given;
import uk.vehicleregister.command.desk.Decision;
import uk.vehicleregister.command.lookup.Markers;
import uk.vehicleregister.kernel.event.TaxPaid;
import uk.vehicleregister.kernel.event.VehicleFact;
import uk.vehicleregister.kernel.vehicle.Marker;

class PayTaxTest {

    private static final LocalDate UNTIL = TODAY.plusMonths(6);

    @Test
    void a_payment_is_taken_as_it_was_paid() {
        given(registered()).when(paid()).thenRecorded(new TaxPaid(VEHICLE, TODAY, UNTIL));
    }

    @Test
    void a_vehicle_in_the_trade_and_one_with_a_suppressed_v5c_may_be_taxed() {
        given(registered(), disposed(TODAY)).when(paid()).thenAccepted();
        given(registered(), marked(Marker.V5C_SUPPRESSED)).when(paid()).thenAccepted();
    }

    @Test
    void an_exported_vehicle_is_not_taxed() {
        given(registered(), marked(Marker.EXPORTED)).when(paid()).thenRefused(EXPORTED);
        given(registered(), marked(Marker.EXPORTED), lifted(Marker.EXPORTED))
                .when(paid())
                .thenAccepted();
    }

    @Test
    void a_scrapped_vehicle_is_not_taxed() {
        given(registered(), marked(Marker.SCRAPPED)).when(paid()).thenRefused(SCRAPPED);
    }

    @Test
    void a_payment_covers_twelve_months_and_the_rest_of_the_last() {
        assertThat(PayTaxDecider.latestUntil(LocalDate.of(2026, 7, 1))).isEqualTo("2027-07-31");
        assertThat(PayTaxDecider.latestUntil(LocalDate.of(2026, 7, 31))).isEqualTo("2027-07-31");
        assertThat(PayTaxDecider.latestUntil(LocalDate.of(2027, 2, 28))).isEqualTo("2028-02-29");
    }

    private static Given<Markers> given(VehicleFact... facts) {
        return Given.recorded(Markers.NONE, PayTaxDecider::evolve, facts);
    }

    private static Function<Markers, Decision> paid() {
        return markers -> PayTaxDecider.decide(new PayTax(MARK, TODAY, UNTIL), VEHICLE, markers);
    }
}
