package uk.vehicleregister.command.web;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.vehicleregister.command.Bodies.acquisition;
import static uk.vehicleregister.command.Bodies.address;
import static uk.vehicleregister.command.Bodies.assignment;
import static uk.vehicleregister.command.Bodies.certificate;
import static uk.vehicleregister.command.Bodies.correction;
import static uk.vehicleregister.command.Bodies.death;
import static uk.vehicleregister.command.Bodies.destruction;
import static uk.vehicleregister.command.Bodies.disposal;
import static uk.vehicleregister.command.Bodies.export;
import static uk.vehicleregister.command.Bodies.keeperChange;
import static uk.vehicleregister.command.Bodies.keeperDetails;
import static uk.vehicleregister.command.Bodies.map;
import static uk.vehicleregister.command.Bodies.marker;
import static uk.vehicleregister.command.Bodies.motFailure;
import static uk.vehicleregister.command.Bodies.nomination;
import static uk.vehicleregister.command.Bodies.nominee;
import static uk.vehicleregister.command.Bodies.person;
import static uk.vehicleregister.command.Bodies.purchase;
import static uk.vehicleregister.command.Bodies.purchaser;
import static uk.vehicleregister.command.Bodies.retention;
import static uk.vehicleregister.command.Bodies.scrapping;
import static uk.vehicleregister.command.Bodies.sorn;
import static uk.vehicleregister.command.Bodies.taxPayment;
import static uk.vehicleregister.command.Bodies.transfer;
import static uk.vehicleregister.command.Bodies.v5cReplacement;
import static uk.vehicleregister.command.Bodies.vehicle;
import static uk.vehicleregister.command.Bodies.with;
import static uk.vehicleregister.command.Bodies.without;

import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.vehicleregister.command.RunningService;
import uk.vehicleregister.command.RunningService.Answer;
import uk.vehicleregister.kernel.access.Role;

/// Whatever comes in that is not in order: 400 with all faults, nothing recorded, nothing of it shown back.
class BadInputHttpTest {

    private static final String MARK = "AB19CDE";
    private static final String REFERENCE = "12345678901";
    private static final String CASE = "0d9c1f0e-7b7a-4a53-9d0c-2f6b8a1c4e55";

    private final RunningService service = RunningService.shared();

    static Stream<Arguments> requests() {
        return Stream.of(
                Arguments.of("/v1/vehicles", Role.REGISTRAR, vehicle()),
                Arguments.of("/v1/keeper-changes", Role.CITIZEN, keeperChange(MARK, REFERENCE)),
                Arguments.of("/v1/disposals", Role.DEALER, disposal(MARK, REFERENCE)),
                Arguments.of("/v1/acquisitions", Role.DEALER, acquisition(MARK, REFERENCE)),
                Arguments.of("/v1/retentions", Role.CITIZEN, retention(MARK, REFERENCE, "tok_authorised")),
                Arguments.of(
                        "/v1/assignments", Role.CITIZEN, assignment(MARK, REFERENCE, "1-14316-054027-P4ULA", "P4ULA")),
                Arguments.of("/v1/entitlements", Role.CITIZEN, purchase("P4ULA", "tok_authorised")),
                Arguments.of("/v1/entitlement-extensions", Role.CITIZEN, certificate("P4ULA", "1-14316-054027-P4ULA")),
                Arguments.of("/v1/entitlement-surrenders", Role.DEALER, certificate("P4ULA", "1-14316-054027-P4ULA")),
                Arguments.of(
                        "/v1/entitlement-nominations",
                        Role.CITIZEN,
                        nomination("P4ULA", "1-14316-054027-P4ULA", nominee())),
                Arguments.of(
                        "/v1/mark-transfers",
                        Role.CITIZEN,
                        transfer(MARK, REFERENCE, "LM19NOP", REFERENCE, "tok_authorised")),
                Arguments.of("/v1/scrappings", Role.CITIZEN, scrapping(MARK, REFERENCE)),
                Arguments.of("/v1/scrappings", Role.TREATMENT_FACILITY, destruction(MARK, "COD-2026-00017")),
                Arguments.of("/v1/exports", Role.CITIZEN, export(MARK, REFERENCE)),
                Arguments.of("/v1/keeper-deaths", Role.CITIZEN, death(MARK, REFERENCE)),
                Arguments.of("/v1/keeper-details", Role.CITIZEN, keeperDetails(MARK, REFERENCE)),
                Arguments.of("/v1/v5c-replacements", Role.CITIZEN, v5cReplacement(MARK, "SA3 4HP")),
                Arguments.of("/v1/markers", Role.REGISTRAR, marker(MARK, "STOLEN", "SET")),
                Arguments.of(
                        "/v1/case-decisions",
                        Role.REGISTRAR,
                        map("caseId", CASE, "decision", "ACCEPT", "reason", "papers seen")),
                Arguments.of("/v1/sorn-declarations", Role.CITIZEN, sorn(MARK, REFERENCE)),
                Arguments.of("/v1/tax-payments", Role.OPERATOR, taxPayment(MARK, "2026-07-01", "2027-06-30")),
                Arguments.of("/v1/mot-results", Role.OPERATOR, motFailure(MARK)),
                Arguments.of("/v1/corrections", Role.REGISTRAR, correction("v", 1, "reversed", true)));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void every_required_field_is_missed_at_once_in_field_order(String path, Role role, Map<String, Object> body) {
        Answer answer = refused(path, role, "{}");
        List<String> missed = answer.body()
                .get("errors")
                .valueStream()
                .map(error -> error.get("field").stringValue())
                .toList();
        List<String> required = body.keySet().stream()
                .filter(name -> !List.of("engineCapacity", "typeApproval").contains(name))
                .toList();
        assertThat(missed).isEqualTo(required);
        assertThat(answer.body().get("errors").valueStream())
                .allSatisfy(error -> assertThat(error.get("code").stringValue()).isEqualTo("REQUIRED"));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void each_field_refuses_other_json_types(String path, Role role, Map<String, Object> body) {
        body.forEach((name, value) -> {
            for (Object other : List.of(1.5, true, "\u0000\u001b[2J", List.of(1), map("a", 1))) {
                if (!other.getClass().equals(value.getClass())) {
                    Answer answer = refused(path, role, json(with(body, name, other)));
                    assertThat(fieldsOf(answer)).as(name + " = " + other).anyMatch(field -> field.startsWith(name));
                }
            }
        });
    }

    @ParameterizedTest
    @MethodSource("requests")
    void an_unknown_field_is_named(String path, Role role, Map<String, Object> body) {
        assertThat(fieldsOf(refused(path, role, json(with(body, "colourOfMoney", "green")))))
                .containsExactly("colourOfMoney");
    }

    @ParameterizedTest
    @MethodSource("requests")
    void a_field_of_a_hundred_thousand_characters_is_refused(String path, Role role, Map<String, Object> body) {
        body.forEach((name, value) -> {
            if (value instanceof String) {
                Answer answer = refused(path, role, json(with(body, name, "A".repeat(100_000))));
                assertThat(fieldsOf(answer)).contains(name);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("requests")
    void a_body_of_a_megabyte_is_refused(String path, Role role, Map<String, Object> body) {
        refused(path, role, json(with(body, "registrationMark", "A".repeat(1_000_000))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "\"text\"",
                "7",
                "{",
                "{\"a\":1,}",
                "{\"a\":1}{\"b\":2}",
                "{\"a\":NaN}",
                "{\"registrationMark\":\"A1\",\"registrationMark\":\"A2\"}",
                "\u0000",
                "<xml/>",
                "{'a':1}",
                "{\"a\":01}"
            })
    void what_is_no_json_object_is_refused(String body) {
        assertThat(refused("/v1/keeper-changes", Role.CITIZEN, body)
                        .body()
                        .get("errors")
                        .toString())
                .contains("MALFORMED_JSON");
    }

    @Test
    void json_nested_ten_thousand_deep_is_refused() {
        refused("/v1/keeper-changes", Role.CITIZEN, "{\"a\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "A",
                "AB12-CDE",
                "123D456",
                "101X203",
                "12AB34",
                "AA12AA",
                "12345",
                "A1234567",
                "AB12CDEF",
                "ÁB12CDE",
                "ab12cd\u0131",
                "AB12CD\u0000",
                "٣AB",
                "AB 12 CDE FG",
                "' OR 1=1",
                "<b>AB12</b>"
            })
    void a_mark_in_a_wrong_shape_is_refused(String mark) {
        assertThat(fieldsOf(refused("/v1/keeper-changes", Role.CITIZEN, json(keeperChange(mark, REFERENCE)))))
                .containsExactly("registrationMark");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-29",
                "2026-13-01",
                "2026-00-10",
                "0000-01-01",
                "2026-1-1",
                "26-01-01",
                "01/02/2026",
                "2026-01-01T00:00:00Z",
                "+2026-01-01",
                "2026-01-01 ",
                "today"
            })
    void a_date_that_does_not_exist_is_refused(String date) {
        Map<String, Object> body = with(keeperChange(MARK, REFERENCE), "dateOfSale", date);
        assertThat(fieldsOf(refused("/v1/keeper-changes", Role.CITIZEN, json(body))))
                .containsExactly("dateOfSale");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234567890", "123456789012", "1234567890a", "12345 678901", "１２３４５６７８９０１"})
    void a_document_reference_has_eleven_digits(String reference) {
        assertThat(fieldsOf(refused("/v1/keeper-changes", Role.CITIZEN, json(keeperChange(MARK, reference)))))
                .containsExactly("documentReference");
    }

    @Test
    void nested_faults_are_named_by_their_path_all_at_once() {
        Map<String, Object> keeper = with(
                with(without(person(), "title"), "lastName", "7"),
                "address",
                with(with(address(), "postcode", "nowhere"), "lines", List.of()));
        Map<String, Object> body = with(keeperChange(MARK, REFERENCE), "newKeeper", keeper);
        assertThat(fieldsOf(refused("/v1/keeper-changes", Role.CITIZEN, json(body))))
                .containsExactly(
                        "newKeeper.title",
                        "newKeeper.lastName",
                        "newKeeper.address.lines",
                        "newKeeper.address.postcode");
    }

    @Test
    void a_number_in_quotes_is_a_fault_and_so_is_an_unknown_warning() {
        Map<String, Object> body = with(keeperChange(MARK, REFERENCE), "mileage", "12000");
        assertThat(fieldsOf(refused("/v1/keeper-changes", Role.CITIZEN, json(body))))
                .containsExactly("mileage");
        Map<String, Object> warned =
                with(keeperChange(MARK, REFERENCE), "acknowledgedWarnings", List.of("ALL_OF_THEM"));
        assertThat(fieldsOf(refused("/v1/keeper-changes", Role.CITIZEN, json(warned))))
                .containsExactly("acknowledgedWarnings");
    }

    @Test
    void a_vehicle_cannot_give_its_mark_to_itself() {
        Map<String, Object> body = transfer(MARK, REFERENCE, "ab19 cde", REFERENCE, "tok_authorised");
        assertThat(fieldsOf(refused("/v1/mark-transfers", Role.CITIZEN, json(body))))
                .containsExactly("to");
    }

    @Test
    void both_sides_of_a_transfer_are_checked_at_once() {
        Map<String, Object> body = transfer("AB-1", REFERENCE, "LM19NOP", "1234567890", "tok_authorised");
        assertThat(fieldsOf(refused("/v1/mark-transfers", Role.CITIZEN, json(body))))
                .containsExactly("from.registrationMark", "to.documentReference");
    }

    @Test
    void purchaser_and_nominee_obey_the_field_rules() {
        Map<String, Object> body = with(
                with(purchase("P4ULA", "tok_authorised"), "purchaser", without(purchaser(), "address")),
                "nominee",
                map("name", "?", "address", without(address(), "postcode")));
        assertThat(fieldsOf(refused("/v1/entitlements", Role.CITIZEN, json(body))))
                .containsExactly("purchaser.address", "nominee.name", "nominee.address.postcode");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "1", "1-14316-054027", "14316-054027-P4ULA", "1-1431-054027-P4ULA", "1-14316-0540277-P4ULA"})
    void a_certificate_number_has_four_boxes(String number) {
        assertThat(fieldsOf(refused("/v1/entitlement-extensions", Role.CITIZEN, json(certificate("P4ULA", number)))))
                .containsExactly("certificateNumber");
    }

    @Test
    void a_business_is_told_exactly_when_one_acts() {
        Map<String, Object> body = with(
                retention(MARK, REFERENCE, "tok_authorised"),
                "business",
                uk.vehicleregister.command.Bodies.actingBusiness());
        assertThat(fieldsOf(refused("/v1/retentions", Role.CITIZEN, json(body))))
                .containsExactly("business");
    }

    @Test
    void a_treatment_facility_gives_a_certificate_and_nobody_else_does() {
        Map<String, Object> both = with(scrapping(MARK, REFERENCE), "certificateOfDestruction", "COD-2026-00017");
        assertThat(fieldsOf(refused("/v1/scrappings", Role.CITIZEN, json(both))))
                .containsExactly("certificateOfDestruction");
        assertThat(fieldsOf(refused("/v1/scrappings", Role.DEALER, json(both))))
                .containsExactly("certificateOfDestruction");
        assertThat(fieldsOf(refused("/v1/scrappings", Role.TREATMENT_FACILITY, json(both))))
                .containsExactly("documentReference");
        assertThat(fieldsOf(refused("/v1/scrappings", Role.CITIZEN, json(destruction(MARK, "COD-2026-00017")))))
                .containsExactly("certificateOfDestruction", "documentReference");
        assertThat(fieldsOf(refused("/v1/scrappings", Role.TREATMENT_FACILITY, json(scrapping(MARK, REFERENCE)))))
                .containsExactly("documentReference", "certificateOfDestruction");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GB", "UK", "ZZ", "FRA", "F", "", "France", "1R", "\u0424R"})
    void a_destination_that_is_no_country_or_no_export_is_refused(String country) {
        assertThat(fieldsOf(refused(
                        "/v1/exports",
                        Role.CITIZEN,
                        json(with(export(MARK, REFERENCE), "destinationCountry", country)))))
                .containsExactly("destinationCountry");
    }

    @Test
    void an_estate_cannot_be_told_as_new_details_and_an_executor_is_told_whole() {
        Map<String, Object> estate = with(keeperDetails(MARK, REFERENCE), "keeper", with(person(), "type", "ESTATE"));
        assertThat(fieldsOf(refused("/v1/keeper-details", Role.CITIZEN, json(estate))))
                .containsExactly("keeper.type");
        Map<String, Object> nameless =
                with(death(MARK, REFERENCE), "executor", map("name", "?", "address", with(address(), "postTown", "1")));
        assertThat(fieldsOf(refused("/v1/keeper-deaths", Role.CITIZEN, json(nameless))))
                .containsExactly("executor.name", "executor.address.postTown");
    }

    @Test
    void an_unknown_path_a_wrong_method_and_no_body_are_problem_documents_too() {
        String bearer = "Bearer " + service.token("citizen", Role.CITIZEN);
        Answer path = service.post("/v1/nothing-here", Role.CITIZEN, map());
        assertThat(path.status()).isEqualTo(404);
        assertThat(path.header("Content-Type")).startsWith("application/problem+json");
        Answer method = service.send(HttpRequest.newBuilder(service.uri("/v1/keeper-changes"))
                .header("Authorization", bearer)
                .GET()
                .build());
        assertThat(method.status()).isEqualTo(405);
        assertThat(method.header("Content-Type")).startsWith("application/problem+json");
    }

    private Answer refused(String path, Role role, String body) {
        long before = service.log().lastPosition();
        Answer answer = service.postAs(
                path, service.token(role.claim(), role), UUID.randomUUID().toString(), body);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("INVALID_REQUEST");
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.body().toString()).doesNotContain("Exception", "AAAAAAAAAA", MARK, REFERENCE);
        assertThat(service.log().lastPosition()).isEqualTo(before);
        return answer;
    }

    private static List<String> fieldsOf(Answer answer) {
        return answer.body()
                .get("errors")
                .valueStream()
                .map(error -> error.get("field").stringValue())
                .toList();
    }

    private static String json(Object body) {
        return RunningService.JSON.writeValueAsString(body);
    }
}
