package uk.vehicleregister.query.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import uk.vehicleregister.kernel.event.V5CIssued;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.query.RunningService;
import uk.vehicleregister.query.TestVehicle;

class DocumentsTest {

    private final RunningService service = RunningService.shared();
    private final TestVehicle vehicle = TestVehicle.registeredOn("2010-03-01");

    @Test
    void a_registration_prints_a_v5c() {
        UUID transaction = UUID.randomUUID();
        long position = service.log.append(
                transaction,
                vehicle.registered(TestVehicle.person(service.log)),
                vehicle.issued(),
                vehicle.v5c(service.log, "12345678901", "2010-03-02"));

        assertThat(ask(position, "transactionId", transaction)).isEqualTo(RunningService.JSON.readTree("""
                [{"type":"V5C","documentReference":"12345678901","registrationMark":"%s","vehicleId":"%s",
                  "issuedOn":"2010-03-02","transactionId":"%s","position":%d}]""".formatted(
                        vehicle.mark().text(), vehicle.id().text(), transaction, position)));
    }

    @Test
    void a_retention_prints_a_certificate_a_plate_authorisation_and_a_v5c() {
        UUID transaction = UUID.randomUUID();
        service.log.append(vehicle.registered(TestVehicle.person(service.log)), vehicle.issued());
        RegistrationMark replacement = TestVehicle.nextMark();
        long position = service.log.append(
                transaction, vehicle.retained(service.log, replacement, "1-14316-054027-X", "2020-06-01"));

        JsonNode documents = ask(position, "transactionId", transaction);
        assertThat(documents.valueStream().map(d -> d.get("type").asString())).containsExactly("V948", "V778", "V5C");
        assertThat(documents.get(0).get("registrationMark").asString()).isEqualTo(replacement.text());
        assertThat(documents.get(0).has("documentReference")).isFalse();
        assertThat(documents.get(1).get("certificateNumber").asString()).isEqualTo("1-14316-054027-X");
        assertThat(documents.get(1).get("registrationMark").asString())
                .isEqualTo(vehicle.mark().text());
        assertThat(documents.get(2).get("documentReference").asString()).isEqualTo("22222222222");
        assertThat(documents.get(2).get("registrationMark").asString()).isEqualTo(replacement.text());
        assertThat(documents.valueStream().map(d -> d.get("position").asLong()))
                .containsExactly(position - 3, position - 2, position);
    }

    @Test
    void a_purchase_prints_a_v750_and_each_that_follows_is_a_v750_too() {
        RegistrationMark mark = TestVehicle.nextMark();
        UUID purchase = UUID.randomUUID();
        UUID nomination = UUID.randomUUID();
        UUID extension = UUID.randomUUID();
        service.log.append(purchase, TestVehicle.bought(service.log, mark, "1-11111-111111-X", "2020-06-01"));
        service.log.append(
                nomination, TestVehicle.named(service.log, mark, "1-22222-222222-X", "2021-06-01", "2030-06-01"));
        long position = service.log.append(
                extension, TestVehicle.extended(service.log, mark, "1-33333-333333-X", "2022-06-01", "2040-06-01"));

        assertThat(ask(position, "transactionId", purchase))
                .isEqualTo(RunningService.JSON.readTree("""
                [{"type":"V750","certificateNumber":"1-11111-111111-X","registrationMark":"%s",
                  "issuedOn":"2020-06-01","transactionId":"%s","position":%d}]""".formatted(mark.text(), purchase, position - 2)));
        JsonNode named = ask(position, "transactionId", nomination).get(0);
        assertThat(named.get("type").asString()).isEqualTo("V750");
        assertThat(named.get("certificateNumber").asString()).isEqualTo("1-22222-222222-X");
        JsonNode extended = ask(position, "transactionId", extension).get(0);
        assertThat(extended.get("type").asString()).isEqualTo("V750");
        assertThat(extended.get("certificateNumber").asString()).isEqualTo("1-33333-333333-X");
    }

    @Test
    void a_v778_that_is_printed_anew_stays_a_v778_of_its_vehicle_also_after_the_mark_was_once_bought() {
        TestVehicle later = TestVehicle.registeredOn("2012-03-01");
        RegistrationMark mark = TestVehicle.nextMark();
        service.log.append(later.registered(TestVehicle.person(service.log)), later.issued());
        service.log.append(TestVehicle.bought(service.log, mark, "1-11111-111111-X", "2020-06-01"));
        service.log.append(later.assigned(service.log, mark, "2020-07-01"));
        TestVehicle carrying = new TestVehicle(later.id(), mark, later.firstRegistered());
        service.log.append(carrying.retained(service.log, TestVehicle.nextMark(), "1-22222-222222-X", "2020-08-01"));
        UUID nomination = UUID.randomUUID();
        long position = service.log.append(
                nomination,
                TestVehicle.named(service.log, mark, "1-33333-333333-X", "2020-09-01", "2030-08-01"),
                TestVehicle.extended(service.log, mark, "1-44444-444444-X", "2020-09-01", "2040-08-01"));

        JsonNode documents = ask(position, "transactionId", nomination);
        assertThat(documents.valueStream().map(d -> d.get("type").asString())).containsExactly("V778", "V778");
        assertThat(documents.get(1).get("vehicleId").asString())
                .isEqualTo(later.id().text());
        assertThat(ask(position, "vehicleId", later.id().text())
                        .valueStream()
                        .filter(d -> d.get("type").asString().equals("V778"))
                        .map(d -> d.get("certificateNumber").asString()))
                .containsExactly("1-22222-222222-X", "1-33333-333333-X", "1-44444-444444-X");
    }

    @Test
    void a_transfer_prints_a_plate_authorisation_and_a_v5c_for_both_vehicles() {
        TestVehicle to = TestVehicle.registeredOn("2012-03-01");
        RegistrationMark replacement = TestVehicle.nextMark();
        service.log.append(vehicle.registered(TestVehicle.person(service.log)), vehicle.issued());
        service.log.append(to.registered(TestVehicle.person(service.log)), to.issued());
        UUID transaction = UUID.randomUUID();
        long position =
                service.log.append(transaction, vehicle.transferred(service.log, to, replacement, "2020-06-01"));

        assertThat(ask(position, "transactionId", transaction)
                        .valueStream()
                        .map(d -> d.get("type").asString() + " "
                                + d.get("registrationMark").asString() + " "
                                + d.get("vehicleId").asString()))
                .containsExactly(
                        "V948 " + replacement.text() + " " + vehicle.id().text(),
                        "V5C " + replacement.text() + " " + vehicle.id().text(),
                        "V948 " + vehicle.mark().text() + " " + to.id().text(),
                        "V5C " + vehicle.mark().text() + " " + to.id().text());
    }

    @Test
    void a_vehicles_documents_come_oldest_first() {
        service.log.append(
                vehicle.registered(TestVehicle.person(service.log)),
                vehicle.v5c(service.log, "11111111111", "2010-03-02"));
        long position = service.log.append(vehicle.v5c(service.log, "22222222222", "2009-01-01"));

        assertThat(ask(position, "vehicleId", vehicle.id().text())
                        .valueStream()
                        .map(d -> d.get("documentReference").asString()))
                .containsExactly("11111111111", "22222222222");
    }

    @Test
    void the_number_of_an_erased_person_is_gone() throws SQLException {
        V5CIssued v5c = vehicle.v5c(service.log, "12345678901", "2010-03-02");
        long position = service.log.append(vehicle.registered(TestVehicle.person(service.log)), v5c);
        try (Connection owner = service.database.owner().getConnection();
                Statement statement = owner.createStatement()) {
            statement.execute("select log.erase_data_key('"
                    + v5c.documentReference().sealed().keyId() + "')");
        }

        JsonNode document = ask(position, "vehicleId", vehicle.id().text()).get(0);
        assertThat(document.get("documentReference").isNull()).isTrue();
        assertThat(document.get("erased").asBoolean()).isTrue();
    }

    @Test
    void what_is_not_there_is_an_empty_list_and_what_is_not_an_id_400() {
        long position = service.log.append(vehicle.registered(null));
        assertThat(ask(position, "transactionId", UUID.randomUUID())).isEmpty();
        for (String body : new String[] {
            "{}",
            "{\"transactionId\":\"1\"}",
            "{\"transactionId\":\"1-1-1-1-1\"}",
            "{\"vehicleId\":\"a b\"}",
            "{\"vehicleId\":\"a\",\"transactionId\":\"00000000-0000-0000-0000-000000000000\"}"
        })
            assertThat(service.postAs("registrar", 0, "/v1/documents/search", body)
                            .status())
                    .as(body)
                    .isEqualTo(400);
    }

    private JsonNode ask(long position, String field, Object value) {
        return service.postAs("registrar", position, "/v1/documents/search", "{\"%s\":\"%s\"}".formatted(field, value))
                .json();
    }
}
