package uk.vehicleregister.query.vehicleenquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.kernel.event.Fact;
import uk.vehicleregister.kernel.event.MarkRetained;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.vehicle.Marker;
import uk.vehicleregister.query.RunningService;
import uk.vehicleregister.query.RunningService.Answer;
import uk.vehicleregister.query.TestVehicle;

class VehicleEnquiryTest {

    private static final String PATH = "/vehicle-enquiry/v1/vehicles";
    private static final String BAD_REQUEST = """
            {"errors":[{"status":"400","code":"400","title":"Bad Request",\
            "detail":"Invalid format for field - vehicle registration number"}]}""";

    private final RunningService service = RunningService.shared();

    @Test
    void a_vehicle_is_answered_in_exactly_the_fields_of_the_contract() {
        TestVehicle vehicle = TestVehicle.registeredOn("2005-11-30");
        long position = service.log.append(
                vehicle.registered(TestVehicle.person(service.log)),
                vehicle.issued(),
                vehicle.v5c(service.log, "11111111111", "2005-12-01"));

        Answer answer = ask(vehicle.mark(), position);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.json()).isEqualTo(RunningService.JSON.readTree("""
                {"registrationNumber":"%s","motStatus":"No details held by DVLA","make":"VOLKSWAGEN","colour":"BLUE",
                 "monthOfFirstRegistration":"2005-11","yearOfManufacture":2005,"engineCapacity":1595,
                 "fuelType":"PETROL","markedForExport":false,"typeApproval":"M1","wheelplan":"2 AXLE RIGID BODY",
                 "dateOfLastV5CIssued":"2005-12-01","euroStatus":"EURO4"}""".formatted(
                        vehicle.mark().text())));
        assertThat(Long.parseLong(answer.header("Register-Position"))).isGreaterThanOrEqualTo(position);
    }

    @Test
    void any_case_is_taken() {
        TestVehicle vehicle = TestVehicle.registeredOn("2005-11-30");
        long position = service.log.append(vehicle.registered(null), vehicle.issued());

        assertThat(post("{\"registrationNumber\":\"" + vehicle.mark().text().toLowerCase() + "\"}", position)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void an_exported_vehicle_is_marked_and_a_scrapped_one_still_found() {
        TestVehicle vehicle = TestVehicle.registeredOn("2005-11-30");
        service.log.append(vehicle.registered(null), vehicle.issued());
        long position = service.log.append(vehicle.marked(Marker.EXPORTED, "2020-01-01"));
        assertThat(ask(vehicle.mark(), position).json().get("markedForExport").asBoolean())
                .isTrue();

        position = service.log.append(vehicle.unmarked(Marker.EXPORTED, "2020-01-02"));
        position = service.log.append(vehicle.marked(Marker.SCRAPPED, "2020-01-02"));
        Answer answer = ask(vehicle.mark(), position);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("markedForExport").asBoolean()).isFalse();
    }

    @Test
    void after_a_retention_the_replacement_is_answered_and_the_old_mark_is_not() {
        TestVehicle vehicle = TestVehicle.registeredOn("2005-11-30");
        service.log.append(vehicle.registered(TestVehicle.person(service.log)), vehicle.issued());
        RegistrationMark replacement = TestVehicle.nextMark();
        long position =
                service.log.append(vehicle.retained(service.log, replacement, "1-11111-111111-X", "2024-02-29"));

        assertThat(ask(vehicle.mark(), position).status()).isEqualTo(404);
        Answer answer = ask(replacement, position);
        assertThat(answer.json().get("registrationNumber").asString()).isEqualTo(replacement.text());
        assertThat(answer.json().get("dateOfLastV5CIssued").asString()).isEqualTo("2024-02-29");
    }

    @Test
    void a_mark_moves_to_another_vehicle() {
        TestVehicle from = TestVehicle.registeredOn("2005-11-30");
        TestVehicle to = TestVehicle.registeredOn("2006-11-30");
        service.log.append(from.registered(TestVehicle.person(service.log)), from.issued());
        service.log.append(to.registered(TestVehicle.person(service.log)), to.issued());
        service.log.append(from.retained(service.log, TestVehicle.nextMark(), "1-11111-111111-X", "2024-02-29"));
        long position = service.log.append(to.assigned(service.log, from.mark(), "2024-03-01"));

        assertThat(ask(from.mark(), position).json().get("yearOfManufacture").asInt())
                .isEqualTo(2006);
        assertThat(ask(to.mark(), position).status()).isEqualTo(404);
    }

    @Test
    void after_a_transfer_both_vehicles_answer_to_their_new_marks() {
        TestVehicle from = TestVehicle.registeredOn("2005-11-30");
        TestVehicle to = TestVehicle.registeredOn("2006-11-30");
        RegistrationMark replacement = TestVehicle.nextMark();
        service.log.append(from.registered(TestVehicle.person(service.log)), from.issued());
        service.log.append(to.registered(TestVehicle.person(service.log)), to.issued());
        long position = service.log.append(from.transferred(service.log, to, replacement, "2024-03-01"));

        assertThat(ask(from.mark(), position).json().get("yearOfManufacture").asInt())
                .isEqualTo(2006);
        assertThat(ask(from.mark(), position).json().get("dateOfLastV5CIssued").asString())
                .isEqualTo("2024-03-01");
        assertThat(ask(replacement, position).json().get("yearOfManufacture").asInt())
                .isEqualTo(2005);
        assertThat(ask(to.mark(), position).status()).isEqualTo(404);
    }

    /// In whatever order the rows are written, the constraint looks at the end of the transaction only.
    @Test
    void marks_may_be_passed_on_along_a_row_of_vehicles_at_once() {
        TestVehicle[] row = new TestVehicle[8];
        Fact[] passedOn = new Fact[row.length];
        for (int i = 0; i < row.length; i++) {
            row[i] = TestVehicle.registeredOn("2005-11-30");
            service.log.append(row[i].registered(null));
            RegistrationMark next = i == 0 ? TestVehicle.nextMark() : row[i - 1].mark();
            passedOn[i] = new MarkRetained(row[i].id(), row[i].mark(), next, null, LocalDate.parse("2024-02-29"));
        }
        assertThat(ask(row[0].mark(), service.log.lastPosition()).status()).isEqualTo(200);
        long position = service.log.append(passedOn);

        assertThat(ask(row[0].mark(), position).status()).isEqualTo(200);
        assertThat(ask(row[row.length - 1].mark(), position).status()).isEqualTo(404);
    }

    @Test
    void an_unknown_mark_is_404_in_the_contracts_form() {
        Answer answer = ask(new RegistrationMark("ZZ99ZZZ"), -1);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text())
                .isEqualTo("{\"errors\":[{\"status\":\"404\",\"code\":\"404\",\"title\":\"Vehicle Not Found\","
                        + "\"detail\":\"Record for vehicle not found\"}]}");
    }

    @Test
    void whatever_is_wrong_with_the_request_is_400_in_the_contracts_form() {
        for (String body : new String[] {
            "{\"registrationNumber\":\"AB51 CDE\"}",
            "{\"registrationNumber\":\"AB51-CDE\"}",
            "{\"registrationNumber\":\"AB51CDEF2\"}",
            "{\"registrationNumber\":\"ÄB51CDE\"}",
            "{\"registrationNumber\":\"\"}",
            "{\"registrationNumber\":\"12345\"}",
            "{\"registrationNumber\":\"AB51\\u0000CD\"}",
            "{\"registrationNumber\":12345}",
            "{\"registrationNumber\":null}",
            "{\"registrationNumber\":[\"AB51CDE\"]}",
            "{\"registrationNumber\":\"AB51CDE\",\"registrationNumber\":\"AB51CDE\"}",
            "{}",
            "[]",
            "null",
            "",
            "{",
            "{\"registrationNumber\":\"AB51CDE\"} {}",
            "\"" + "x".repeat(300_000) + "\""
        }) assertBadRequest(post(body, -1));
        assertBadRequest(service.get(PATH, "x-api-key", "demo-ves-key"));
        assertBadRequest(service.post(PATH, "mark=AB51CDE", "x-api-key", "demo-ves-key", "Content-Type", "text/plain"));
        assertBadRequest(service.post(PATH, "{}", "x-api-key", "demo-ves-key", "If-Position-At-Least", "soon"));
    }

    @Test
    void fields_the_contract_does_not_know_are_left_alone() {
        TestVehicle vehicle = TestVehicle.registeredOn("2005-11-30");
        long position = service.log.append(vehicle.registered(null), vehicle.issued());

        assertThat(post(
                                "{\"registrationNumber\":\"%s\",\"more\":1}"
                                        .formatted(vehicle.mark().text()),
                                position)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void without_a_good_key_the_gateway_forbids_before_it_reads_the_body() {
        for (Answer answer : new Answer[] {
            service.post(PATH, "{"),
            service.post(PATH, "{", "x-api-key", "guessed"),
            service.post(PATH, "{", "x-api-key", ""),
            service.post(PATH, "{", "Authorization", "Bearer " + service.token("enquirer")),
            service.post("/vehicle-enquiry/v2/vehicles", "{}", "x-api-key", "demo-ves-key")
        }) {
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.text()).isEqualTo("{\"message\":\"Forbidden\"}");
        }
    }

    @Test
    void a_bearer_token_that_is_not_ours_does_not_disturb() {
        assertThat(service.post(
                                PATH,
                                "{\"registrationNumber\":\"ZZ99ZZZ\"}",
                                "x-api-key",
                                "demo-ves-key",
                                "Authorization",
                                "Bearer nonsense")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void beyond_its_rate_a_key_is_told_to_wait() {
        Answer last = service.post(PATH, "{}", "x-api-key", "demo-ves-limited-key");
        for (int i = 0; i < 20 && last.status() != 429; i++)
            last = service.post(PATH, "{}", "x-api-key", "demo-ves-limited-key");

        assertThat(last.status()).isEqualTo(429);
        assertThat(last.text()).isEqualTo("{\"message\":\"Too Many Requests\"}");
        assertThat(last.header("Retry-After")).isEqualTo("1");
        assertThat(post("{}", -1).status()).isEqualTo(400);
    }

    @Test
    void a_correlation_id_comes_back_if_it_is_well_formed() {
        assertThat(service.post(PATH, "{}", "x-api-key", "demo-ves-key", "X-Correlation-Id", "abc-1")
                        .header("X-Correlation-Id"))
                .isEqualTo("abc-1");
        assertThat(service.post(PATH, "{}", "x-api-key", "demo-ves-key", "X-Correlation-Id", "<b>")
                        .header("X-Correlation-Id"))
                .isEmpty();
    }

    @Test
    void what_has_not_happened_yet_is_503_in_the_contracts_form() {
        long far = service.log.lastPosition() + 1_000_000;
        long before = System.nanoTime();
        Answer answer = post("{\"registrationNumber\":\"ZZ99ZZZ\"}", far);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("1");
        assertThat(answer.json().get("errors").get(0).get("status").asString()).isEqualTo("503");
        assertThat(System.nanoTime() - before).isBetween(4_900_000_000L, 8_000_000_000L);
    }

    @Test
    void the_month_is_that_of_the_first_registration_even_in_a_leap_year() {
        TestVehicle vehicle = TestVehicle.registeredOn("2004-02-29");
        long position = service.log.append(vehicle.registered(null, LocalDate.parse("2010-01-01")), vehicle.issued());

        assertThat(ask(vehicle.mark(), position)
                        .json()
                        .get("monthOfFirstRegistration")
                        .asString())
                .isEqualTo("2004-02");
    }

    private Answer ask(RegistrationMark mark, long position) {
        return post("{\"registrationNumber\":\"" + mark.text() + "\"}", position);
    }

    private Answer post(String body, long position) {
        if (position < 0) return service.post(PATH, body, "x-api-key", "demo-ves-key");
        return service.post(PATH, body, "x-api-key", "demo-ves-key", "If-Position-At-Least", "" + position);
    }

    private static void assertBadRequest(Answer answer) {
        assertThat(answer.text()).isEqualTo(BAD_REQUEST);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
    }
}
