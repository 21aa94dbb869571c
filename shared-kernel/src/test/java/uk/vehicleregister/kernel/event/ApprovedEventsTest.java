package uk.vehicleregister.kernel.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.kernel.Samples;

class ApprovedEventsTest {

    @Test
    void every_name_ever_shipped_still_has_its_event() {
        Set<String> known = new TreeSet<>();
        for (Class<? extends Fact> event : EventCatalogue.all()) known.add(EventCatalogue.nameOf(event));
        for (Path file : Approved.files()) {
            assertThat(known)
                    .as(
                            "%s was shipped, so logs hold %s: no event may lose its name or go",
                            file, Approved.nameIn(file))
                    .contains(Approved.nameIn(file));
        }
    }

    @Test
    void every_revision_of_every_event_has_its_approved_file_and_no_other_is_there() {
        List<String> expected = new ArrayList<>();
        for (Class<? extends Fact> event : EventCatalogue.all()) {
            for (int revision = 1; revision <= today(event); revision++) {
                expected.add(EventCatalogue.nameOf(event) + "." + revision + ".json");
            }
        }
        assertThat(Approved.files())
                .as("files of approved JSON in " + Approved.FOLDER)
                .extracting(file -> file.getFileName().toString())
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void every_revision_below_todays_has_an_upcaster_and_todays_has_none() {
        for (Class<? extends Fact> event : EventCatalogue.all()) {
            String name = EventCatalogue.nameOf(event);
            for (int revision = 1; revision <= today(event); revision++) {
                assertThat(Upcasters.SHIPPED.reads(name, revision))
                        .as("an upcaster reads %s in revision %d", name, revision)
                        .isEqualTo(revision < today(event));
            }
        }
    }

    @Test
    void every_approved_file_reads_into_todays_type_and_todays_revision_is_written_back_the_same() {
        for (Path file : Approved.files()) {
            Fact fact = Approved.read(file);
            assertThat(EventCatalogue.nameOf(fact.getClass())).isEqualTo(Approved.nameIn(file));
            if (Approved.isOfToday(file)) {
                assertThat(EventJson.write(fact)).as(file.toString()).isEqualTo(Approved.compact(file));
            }
        }
    }

    @Test
    void what_is_read_from_an_old_revision_is_written_in_todays_and_read_back_the_same() {
        for (Path file : Approved.files()) {
            Fact fact = Approved.read(file);
            assertThat(EventJson.readFact(
                            Approved.nameIn(file), EventCatalogue.revisionOf(fact.getClass()), EventJson.write(fact)))
                    .as(file.toString())
                    .isEqualTo(fact);
        }
    }

    @Test
    void every_approved_file_of_today_shows_every_field_of_its_event() {
        for (Path file : Approved.files().stream().filter(Approved::isOfToday).toList()) {
            assertThat(EventJson.mapper().readTree(Approved.compact(file)).propertyNames())
                    .as(file.toString())
                    .containsExactlyElementsOf(fieldsOf(file));
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

        PaymentClaimed claim = (PaymentClaimed) EventJson.readFact("PaymentClaimed", "1", json);
        assertThat(claim.providerReference()).isNull();
        assertThat(EventJson.write(claim)).doesNotContain("providerReference", "null");
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

    private static int today(Class<? extends Fact> event) {
        return Integer.parseInt(EventCatalogue.revisionOf(event));
    }

    private static List<String> fieldsOf(Path file) {
        Class<?> event = EventCatalogue.classOf(Approved.nameIn(file));
        return Arrays.stream(event.getRecordComponents())
                .map(component -> component.getName())
                .toList();
    }
}
