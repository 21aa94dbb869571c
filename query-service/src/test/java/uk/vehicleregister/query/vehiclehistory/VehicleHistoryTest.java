package uk.vehicleregister.query.vehiclehistory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.kernel.sealing.SealedKeeper;
import uk.vehicleregister.kernel.vehicle.Marker;
import uk.vehicleregister.query.RunningService;
import uk.vehicleregister.query.RunningService.Answer;
import uk.vehicleregister.query.TestVehicle;

class VehicleHistoryTest {

    private final RunningService service = RunningService.shared();
    private final TestVehicle vehicle = TestVehicle.registeredOn("2020-01-10");
    private final SealedKeeper anna = TestVehicle.person(service.log);
    private final SealedKeeper ben = TestVehicle.person(service.log);
    private final SealedKeeper carl = TestVehicle.person(service.log);
    private final SealedKeeper dora = TestVehicle.person(service.log);
    private long position = service.log.append(
            vehicle.registered(anna),
            vehicle.issued(),
            vehicle.v5c(service.log, "11111111111", "2020-01-10"),
            vehicle.sold(anna, "2020-01-10"),
            vehicle.sold(ben, "2020-01-10"),
            vehicle.sold(carl, "2020-01-10"),
            vehicle.sold(dora, "2020-01-10"),
            vehicle.sold(anna, "2020-01-10"));

    @Test
    void the_state_now_and_every_event_in_order() {
        position = service.log.append(vehicle.marked(Marker.STOLEN, "2021-01-01"));
        JsonNode answer = ask("");

        assertThat(answer.get("vehicleId").asString()).isEqualTo(vehicle.id().text());
        JsonNode state = answer.get("state");
        assertThat(state.get("registrationMark").asString())
                .isEqualTo(vehicle.mark().text());
        assertThat(state.get("make").asString()).isEqualTo("VOLKSWAGEN");
        assertThat(state.get("model").asString()).isEqualTo("GOLF");
        assertThat(state.get("colour").asString()).isEqualTo("BLUE");
        assertThat(state.get("dateOfFirstRegistration").asString()).isEqualTo("2020-01-10");
        assertThat(state.get("lastV5CIssuedOn").asString()).isEqualTo("2020-01-10");
        assertThat(state.get("markers").toString()).isEqualTo("[\"STOLEN\"]");
        assertThat(state.get("keeper").get("type").asString()).isEqualTo("PERSON");
        assertThat(state.get("keeper").get("since").asString()).isEqualTo("2020-01-10");

        JsonNode event = answer.get("events").get(0);
        assertThat(event.get("type").asString()).isEqualTo("VehicleRegistered");
        assertThat(event.get("effectiveOn").asString()).isEqualTo("2020-01-10");
        assertThat(event.get("actor").toString()).isEqualTo("{\"role\":\"citizen\",\"id\":\"pseudonym-1\"}");
        assertThat(event.get("recordedAt").asString()).endsWith("Z");
        assertThat(UUID.fromString(event.get("transactionId").asString())).isNotNull();
        long last = -1;
        for (JsonNode each : answer.get("events")) {
            assertThat(each.get("position").asLong()).isGreaterThan(last);
            last = each.get("position").asLong();
        }
        assertThat(last).isEqualTo(position);
    }

    @Test
    void neither_personal_data_nor_credentials_are_shown() {
        String text = service.postAs(
                        "auditor",
                        position,
                        "/v1/vehicle-history",
                        "{\"vehicleId\":\"%s\"}".formatted(vehicle.id().text()))
                .text();

        assertThat(text)
                .contains("\"keeper\":{\"type\":\"PERSON\",\"details\":{\"sealedUnder\":\""
                        + anna.details().keyId() + "\"}");
        assertThat(text).contains("\"documentReference\":{\"sealedUnder\":");
        assertThat(text).doesNotContain("digest").doesNotContain(anna.details().text());
    }

    /// The worked table of docs/adr on backdated notices.
    @Test
    void backdated_notices_as_on_a_date_and_as_known_before() {
        TestVehicle car = TestVehicle.registeredOn("2020-01-10");
        service.log.append(car.registered(anna), car.issued());
        service.log.append(car.sold(ben, "2024-02-20"));
        service.log.append(car.sold(carl, "2024-02-01"));
        service.log.append(car.disposed(service.log, "2024-02-01"));
        position = service.log.append(car.acquired(service.log, dora, "2024-04-20"));
        JsonNode events = ask(car, "").get("events");
        String[] known = new String[5];
        for (int i = 0; i < 5; i++) known[i] = events.get(i).get("recordedAt").asString();

        String[][] table = {
            //          2024-01-31  2024-02-01  2024-02-19  2024-02-20  2024-04-19  2024-04-20
            {"known 0", "anna", "anna", "anna", "anna", "anna", "anna"},
            {"known 1", "anna", "anna", "anna", "ben", "ben", "ben"},
            {"known 2", "anna", "carl", "carl", "carl", "carl", "carl"},
            {"known 3", "anna", "trade", "trade", "trade", "trade", "trade"},
            {"known 4", "anna", "trade", "trade", "trade", "trade", "dora"},
        };
        String[] dates = {"2024-01-31", "2024-02-01", "2024-02-19", "2024-02-20", "2024-04-19", "2024-04-20"};
        assertKeepers(car, known, dates, table);
        assertThat(keeper(ask(car, ""))).isEqualTo("dora");
        assertThat(ask(car, ",\"effectiveAt\":\"2024-04-19\"")
                        .get("state")
                        .get("inTradeSince")
                        .asString())
                .isEqualTo("2024-02-01");
        assertThat(ask(car, ",\"effectiveAt\":\"2024-02-19\",\"recordedAt\":\"" + known[1] + "\"")
                        .get("events"))
                .hasSize(1);
    }

    @Test
    void in_the_trade_from_the_first_there_is_no_keeper() {
        TestVehicle car = TestVehicle.registeredOn("2020-01-10");
        position = service.log.append(car.registered(null, java.time.LocalDate.parse("2021-05-05")), car.issued());

        JsonNode state = ask(car, "").get("state");
        assertThat(state.get("keeper").isNull()).isTrue();
        assertThat(state.get("inTradeSince").asString()).isEqualTo("2021-05-05");
        assertThat(ask(car, ",\"effectiveAt\":\"2021-05-04\"").get("state").has("inTradeSince"))
                .isFalse();
    }

    @Test
    void a_mark_leads_to_the_vehicle_that_carried_it_on_that_date() {
        TestVehicle first = TestVehicle.registeredOn("2010-03-01");
        TestVehicle second = TestVehicle.registeredOn("2012-03-01");
        RegistrationMark replacement = TestVehicle.nextMark();
        service.log.append(first.registered(anna), first.issued());
        service.log.append(second.registered(ben), second.issued());
        service.log.append(first.retained(service.log, replacement, "1-11111-111111-X", "2020-06-01"));
        position = service.log.append(second.assigned(service.log, first.mark(), "2020-07-01"));

        assertThat(vehicleOf(first.mark(), "2020-05-31")).isEqualTo(first.id().text());
        assertThat(vehicleOf(first.mark(), "2020-06-15")).isEqualTo("404");
        assertThat(vehicleOf(first.mark(), "2020-07-01")).isEqualTo(second.id().text());
        assertThat(vehicleOf(replacement, "2020-06-01")).isEqualTo(first.id().text());
        assertThat(vehicleOf(second.mark(), "2020-06-30")).isEqualTo(second.id().text());
        assertThat(vehicleOf(second.mark(), "2020-07-01")).isEqualTo("404");
        assertThat(ask(second, "").get("state").get("registrationMark").asString())
                .isEqualTo(first.mark().text());
    }

    @Test
    void a_transferred_mark_leads_to_one_vehicle_on_every_day() {
        TestVehicle from = TestVehicle.registeredOn("2010-03-01");
        TestVehicle to = TestVehicle.registeredOn("2012-03-01");
        RegistrationMark replacement = TestVehicle.nextMark();
        service.log.append(from.registered(anna), from.issued());
        service.log.append(to.registered(anna), to.issued());
        position = service.log.append(from.transferred(service.log, to, replacement, "2020-06-01"));

        assertThat(vehicleOf(from.mark(), "2020-05-31")).isEqualTo(from.id().text());
        assertThat(vehicleOf(from.mark(), "2020-06-01")).isEqualTo(to.id().text());
        assertThat(vehicleOf(to.mark(), "2020-05-31")).isEqualTo(to.id().text());
        assertThat(vehicleOf(to.mark(), "2020-06-01")).isEqualTo("404");
        assertThat(vehicleOf(replacement, "2020-05-31")).isEqualTo("404");
        assertThat(vehicleOf(replacement, "2020-06-01")).isEqualTo(from.id().text());
        JsonNode events = ask(to, "").get("events");
        assertThat(events.valueStream().map(e -> e.get("type").asString()))
                .containsExactly("VehicleRegistered", "MarkTransferredIn", "V5CIssued");
    }

    @Test
    void markers_count_from_the_day_they_were_set_to_the_day_they_were_lifted() {
        service.log.append(vehicle.marked(Marker.STOLEN, "2021-01-01"));
        position = service.log.append(vehicle.unmarked(Marker.STOLEN, "2021-02-01"));

        assertThat(markersOn("2020-12-31")).isEqualTo("[]");
        assertThat(markersOn("2021-01-01")).isEqualTo("[\"STOLEN\"]");
        assertThat(markersOn("2021-02-01")).isEqualTo("[]");
    }

    @Test
    void before_its_registration_and_unknown_vehicles_are_404() {
        assertThat(answer(vehicle, ",\"effectiveAt\":\"2020-01-09\"").status()).isEqualTo(404);
        assertThat(answer(vehicle, ",\"recordedAt\":\"2020-01-09T00:00:00Z\"").status())
                .isEqualTo(404);
        Answer unknown = answer(TestVehicle.registeredOn("2020-01-01"), "");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.json().get("code").asString()).isEqualTo("NOT_FOUND");
        assertThat(unknown.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void what_an_intermediary_did_tells_who_and_for_whom() {
        TestVehicle vehicle = TestVehicle.registeredOn("2010-03-01");
        service.log.append(vehicle.registered(TestVehicle.person(service.log)), vehicle.issued());
        long position = service.log.append("""
                {"transactionId":"7f8a1f64-3f5c-4e63-8a51-6f0c2d9b7e21","role":"dealer","actor":"pseudonym-2",
                 "onBehalfOf":{"authorityId":"0d9c1f0e-7b7a-4a53-9d0c-2f6b8a1c4e55",
                               "keeperId":"3f2504e0-4f89-41d3-9a0c-0305e82c3301"}}""", vehicle.disposed(service.log, "2020-05-01"));
        var events = service.postAs(
                        "auditor",
                        position,
                        "/v1/vehicle-history",
                        "{\"vehicleId\":\"%s\"}".formatted(vehicle.id().text()))
                .json()
                .get("events");
        assertThat(events.get(0).has("onBehalfOf")).isFalse();
        assertThat(events.get(1).get("actor").toString()).isEqualTo("{\"role\":\"dealer\",\"id\":\"pseudonym-2\"}");
        assertThat(events.get(1).get("onBehalfOf").toString())
                .isEqualTo("{\"authorityId\":\"0d9c1f0e-7b7a-4a53-9d0c-2f6b8a1c4e55\","
                        + "\"keeperId\":\"3f2504e0-4f89-41d3-9a0c-0305e82c3301\"}");
    }

    @Test
    void what_a_registrar_accepted_tells_who_applied_and_who_accepted_it() {
        TestVehicle vehicle = TestVehicle.registeredOn("2010-03-01");
        service.log.append(vehicle.registered(TestVehicle.person(service.log)), vehicle.issued());
        position = service.log.append("""
                {"transactionId":"7f8a1f64-3f5c-4e63-8a51-6f0c2d9b7e22","role":"citizen","actor":"pseudonym-2",
                 "reviewedBy":"pseudonym-3"}""", vehicle.disposed(service.log, "2020-05-01"));
        var events = ask(vehicle, "").get("events");
        assertThat(events.get(0).has("reviewedBy")).isFalse();
        assertThat(events.get(1).at("/actor/id").asString()).isEqualTo("pseudonym-2");
        assertThat(events.get(1).get("reviewedBy").asString()).isEqualTo("pseudonym-3");
    }

    @Test
    void every_fault_of_a_question_is_told_at_once_in_the_order_of_the_fields() {
        Answer answer = service.post(
                "/v1/vehicle-history",
                "{\"registrationMark\":7,\"vehicleId\":\"\\u0000\",\"effectiveAt\":\"2023-02-29\","
                        + "\"recordedAt\":\"yesterday\",\"more\":1}",
                "Authorization",
                "Bearer " + service.token("auditor"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("code").asString()).isEqualTo("INVALID_REQUEST");
        assertThat(answer.json()
                        .get("errors")
                        .valueStream()
                        .map(e ->
                                e.get("field").asString() + " " + e.get("code").asString()))
                .containsExactly(
                        "vehicleId TOO_MANY",
                        "registrationMark WRONG_TYPE",
                        "vehicleId MALFORMED",
                        "effectiveAt NOT_A_DATE",
                        "recordedAt NOT_A_TIME",
                        "more UNKNOWN_FIELD");
        for (String body : new String[] {
            "{}",
            "{\"vehicleId\":null}",
            "{\"vehicleId\":\"a\",\"recordedAt\":\"2024-13-01T00:00:00Z\"}",
            "{\"vehicleId\":\"a\",\"recordedAt\":\"2024-01-01T00:00:00\"}",
            "{\"vehicleId\":\"a\",\"effectiveAt\":20240101}"
        })
            assertThat(service.postAs("auditor", position, "/v1/vehicle-history", body)
                            .status())
                    .as(body)
                    .isEqualTo(400);
    }

    private void assertKeepers(TestVehicle car, String[] known, String[] dates, String[][] table) {
        for (int row = 0; row < table.length; row++)
            for (int column = 0; column < dates.length; column++)
                assertThat(keeper(ask(
                                car,
                                ",\"effectiveAt\":\"%s\",\"recordedAt\":\"%s\"".formatted(dates[column], known[row]))))
                        .as(table[row][0] + " on " + dates[column])
                        .isEqualTo(table[row][column + 1]);
    }

    private String keeper(JsonNode answer) {
        JsonNode keeper = answer.get("state").get("keeper");
        if (keeper.isNull()) return answer.get("state").has("inTradeSince") ? "trade" : "nobody";
        String id = keeper.get("id").asString();
        if (id.equals(anna.details().keyId().toString())) return "anna";
        if (id.equals(ben.details().keyId().toString())) return "ben";
        if (id.equals(carl.details().keyId().toString())) return "carl";
        if (id.equals(dora.details().keyId().toString())) return "dora";
        return id;
    }

    private String markersOn(String date) {
        return ask(",\"effectiveAt\":\"" + date + "\"")
                .get("state")
                .get("markers")
                .toString();
    }

    private String vehicleOf(RegistrationMark mark, String date) {
        Answer answer = service.postAs(
                "auditor",
                position,
                "/v1/vehicle-history",
                "{\"registrationMark\":\"%s\",\"effectiveAt\":\"%s\"}".formatted(mark.display(), date));
        return answer.status() == 200 ? answer.json().get("vehicleId").asString() : "" + answer.status();
    }

    private JsonNode ask(String more) {
        return ask(vehicle, more);
    }

    private JsonNode ask(TestVehicle car, String more) {
        Answer answer = answer(car, more);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private Answer answer(TestVehicle car, String more) {
        return service.postAs(
                "auditor",
                position,
                "/v1/vehicle-history",
                "{\"vehicleId\":\"%s\"%s}".formatted(car.id().text(), more));
    }
}
