package uk.vehicleregister.kernel.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.kernel.Samples;

class ApprovedEventsTest {

    @Test
    void every_event_has_its_approved_file_and_every_file_its_event() {
        List<String> expected = EventCatalogue.all().stream()
                .map(event -> EventCatalogue.nameOf(event) + "." + EventCatalogue.revisionOf(event) + ".json")
                .toList();

        assertThat(Approved.files())
                .extracting(file -> file.getFileName().toString())
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void every_approved_file_reads_into_todays_type_and_is_written_back_the_same() {
        for (Path file : Approved.files()) {
            assertThat(EventJson.write(Approved.read(file)))
                    .as(file.getFileName().toString())
                    .isEqualTo(Approved.compact(file));
        }
    }

    @Test
    void every_approved_file_shows_every_field_of_its_event() {
        for (Path file : Approved.files()) {
            Class<?> event = EventCatalogue.classOf(Approved.nameIn(file));
            List<String> fields = Arrays.stream(event.getRecordComponents())
                    .map(component -> component.getName())
                    .toList();
            assertThat(EventJson.mapper().readTree(Approved.compact(file)).propertyNames())
                    .as(file.getFileName().toString())
                    .containsExactlyElementsOf(fields);
        }
    }

    @Test
    void absent_optional_fields_are_left_out_and_read_back_as_absent() {
        KeeperChanged sale =
                new KeeperChanged(Samples.VEHICLE, Samples.sealedPerson(), Samples.TODAY, null, null, List.of());

        String json = EventJson.write(sale);

        assertThat(json).doesNotContain("mileage", "sellerEmail", "null");
        assertThat(EventJson.read(json, KeeperChanged.class)).isEqualTo(sale);
    }

    @Test
    void a_claim_from_before_references_were_known_early_can_still_be_read() {
        String json = """
                {"paymentId":"p1","transactionId":"0b9f7c3e-52b7-4d0e-9b57-0b6f3f0b1c11","requestFingerprint":"f",\
                "purpose":"RETENTION","amountPence":8000,"claimedOn":"2025-05-06"}""";

        assertThat(EventJson.read(json, PaymentClaimed.class).providerReference())
                .isNull();
        assertThat(EventJson.write(EventJson.read(json, PaymentClaimed.class))).isEqualTo(json);
    }

    @Test
    void a_field_of_a_later_reader_is_ignored() {
        String json = """
                {"paymentId":"p1","declinedOn":"2026-07-01","later":{"than":["this"]}}""";

        assertThat(EventJson.read(json, PaymentDeclined.class)).isEqualTo(new PaymentDeclined("p1", Samples.TODAY));
    }

    @Test
    void a_value_recorded_under_an_earlier_rule_can_still_be_read() {
        String json = """
                {"mark":"not a mark of today","vehicleId":"v","issuedOn":"1899-12-31"}""";

        assertThat(EventJson.read(json, MarkIssued.class).mark().text()).isEqualTo("not a mark of today");
    }

    @Test
    void a_required_field_that_is_missing_is_a_fault() {
        assertThatThrownBy(() -> EventJson.read("{\"paymentId\":\"p1\"}", PaymentDeclined.class))
                .hasRootCauseInstanceOf(NullPointerException.class);
    }
}
