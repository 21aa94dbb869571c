package uk.vehicleregister.kernel.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import uk.vehicleregister.kernel.Samples;

class EventCatalogueTest {

    @Test
    void the_catalogue_holds_every_event_of_every_family() {
        assertThat(EventCatalogue.all())
                .hasSizeGreaterThan(50)
                .contains(VehicleRegistered.class, MarkRestored.class, PaymentCancelled.class)
                .allSatisfy(event -> assertThat(event).isRecord());
    }

    @Test
    void a_name_leads_to_its_event_and_back() {
        for (Class<? extends Fact> event : EventCatalogue.all()) {
            assertThat(EventCatalogue.classOf(EventCatalogue.nameOf(event))).isEqualTo(event);
        }
        assertThat(EventCatalogue.revisionOf(KeeperChanged.class)).isEqualTo("1");
    }

    @Test
    void an_unknown_name_or_a_class_without_one_is_a_fault() {
        assertThatThrownBy(() -> EventCatalogue.classOf("OwnerChanged")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> EventCatalogue.nameOf(String.class)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_event_knows_its_stream_and_the_date_from_which_it_counts() {
        MarkReplaced replaced = new MarkReplaced(Samples.MARK, Samples.VEHICLE, Samples.TODAY);
        VehicleRegistered registered = new VehicleRegistered(
                Samples.VEHICLE, Samples.VIN, Samples.MARK, Samples.vehicleDetails(), null, Samples.TODAY);

        assertThat(replaced.stream()).isEqualTo("mark-AB19CDE");
        assertThat(replaced.effectiveOn()).isEqualTo(Samples.TODAY);
        assertThat(registered.stream()).isEqualTo("vehicle-" + Samples.VEHICLE.text());
        assertThat(registered.effectiveOn()).isEqualTo(Samples.FIRST_REGISTERED);
        assertThat(new PaymentDeclined("p1", Samples.TODAY).stream()).isEqualTo("payment-p1");
        assertThat(new PaymentTokenUsed("d1", "p1", Samples.TODAY).stream()).isEqualTo("payment-token-d1");
    }
}
