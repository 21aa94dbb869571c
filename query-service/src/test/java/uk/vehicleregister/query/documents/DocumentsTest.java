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
