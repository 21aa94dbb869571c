package uk.vehicleregister.query.markhistory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import uk.vehicleregister.kernel.mark.RegistrationMark;
import uk.vehicleregister.query.RunningService;
import uk.vehicleregister.query.RunningService.Answer;
import uk.vehicleregister.query.TestVehicle;

class MarkHistoryTest {

    private final RunningService service = RunningService.shared();
    private final TestVehicle first = TestVehicle.registeredOn("2010-03-01");
    private final TestVehicle second = TestVehicle.registeredOn("2012-03-01");
    private final RegistrationMark replacement = TestVehicle.nextMark();
    private long position;

    @Test
    void a_mark_goes_from_its_vehicle_over_a_certificate_to_another() {
        move();
        JsonNode answer = ask(first.mark(), "").json();

        assertThat(answer.get("registrationMark").asString())
                .isEqualTo(first.mark().text());
        assertThat(answer.get("periods")).isEqualTo(RunningService.JSON.readTree("""
                [{"place":"VEHICLE","vehicleId":"%1$s","from":"2010-03-01","to":"2020-06-01"},
                 {"place":"CERTIFICATE","vehicleId":"%1$s","from":"2020-06-01","to":"2020-07-01","expiresOn":"2030-06-01"},
                 {"place":"VEHICLE","vehicleId":"%2$s","from":"2020-07-01","to":null}]""".formatted(
                        first.id().text(), second.id().text())));
        assertThat(answer.get("events").valueStream().map(e -> e.get("type").asString()))
                .containsExactly("MarkIssued", "EntitlementGranted", "EntitlementUsed");
        assertThat(answer.toString()).doesNotContain("11111").doesNotContain("digest");

        assertThat(ask(second.mark(), "")
                        .json()
                        .get("periods")
                        .get(1)
                        .get("place")
                        .asString())
                .isEqualTo("VOID");
        assertThat(ask(replacement, "").json().get("periods")).hasSize(1);
    }

    @Test
    void a_certificate_of_a_single_day_is_kept_and_true_at_no_days_end() {
        service.log.append(first.registered(TestVehicle.person(service.log)), first.issued());
        service.log.append(second.registered(TestVehicle.person(service.log)), second.issued());
        service.log.append(first.retained(service.log, replacement, "1-11111-111111-X", "2020-06-01"));
        position = service.log.append(second.assigned(service.log, first.mark(), "2020-06-01"));

        JsonNode periods = ask(first.mark(), "").json().get("periods");
        assertThat(periods.valueStream().map(period -> period.get("place").asString()))
                .containsExactly("VEHICLE", "CERTIFICATE", "VEHICLE");
        assertThat(periods.get(1).get("from")).isEqualTo(periods.get(1).get("to"));
    }

    @Test
    void as_on_a_date_and_as_known_before() {
        move();
        JsonNode events = ask(first.mark(), "").json().get("events");
        String knownFirst = events.get(0).get("recordedAt").asString();

        assertThat(ask(first.mark(), ",\"effectiveAt\":\"2020-06-30\"").json().get("periods"))
                .hasSize(2);
        JsonNode early = ask(first.mark(), ",\"recordedAt\":\"" + knownFirst + "\"")
                .json()
                .get("periods");
        assertThat(early).hasSize(1);
        assertThat(early.get(0).get("to").isNull()).isTrue();
        assertThat(ask(first.mark(), ",\"effectiveAt\":\"2010-02-28\"").status())
                .isEqualTo(404);
    }

    @Test
    void an_unknown_mark_is_404_and_a_malformed_one_400() {
        position = service.log.append(first.registered(null), first.issued());
        assertThat(ask(TestVehicle.nextMark(), "").status()).isEqualTo(404);
        for (String body : new String[] {
            "{}",
            "{\"registrationMark\":\"AB-1\"}",
            "{\"registrationMark\":1}",
            "{\"registrationMark\":\"A1\",\"vehicleId\":\"x\"}"
        })
            assertThat(service.postAs("auditor", 0, "/v1/mark-history", body).status())
                    .as(body)
                    .isEqualTo(400);
    }

    private void move() {
        service.log.append(first.registered(TestVehicle.person(service.log)), first.issued());
        service.log.append(second.registered(TestVehicle.person(service.log)), second.issued());
        service.log.append(first.retained(service.log, replacement, "1-11111-111111-X", "2020-06-01"));
        position = service.log.append(second.assigned(service.log, first.mark(), "2020-07-01"));
    }

    private Answer ask(RegistrationMark mark, String more) {
        return service.postAs(
                "auditor",
                position,
                "/v1/mark-history",
                "{\"registrationMark\":\"%s\"%s}".formatted(mark.text(), more));
    }
}
