package uk.vehicleregister.query.markhistory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import uk.vehicleregister.kernel.event.EntitlementBought;
import uk.vehicleregister.kernel.event.EntitlementLapsed;
import uk.vehicleregister.kernel.event.EntitlementSurrendered;
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
    void a_bought_mark_was_on_no_vehicle_and_each_of_its_certificates_has_its_own_last_day() {
        RegistrationMark mark = TestVehicle.nextMark();
        service.log.append(second.registered(TestVehicle.person(service.log)), second.issued());
        service.log.append(TestVehicle.bought(service.log, mark, "1-11111-111111-X", "2020-06-01"));
        service.log.append(TestVehicle.named(service.log, mark, "1-22222-222222-X", "2021-06-01", "2030-06-01"));
        service.log.append(TestVehicle.extended(service.log, mark, "1-33333-333333-X", "2030-06-01", "2040-06-01"));
        position = service.log.append(second.assigned(service.log, mark, "2035-01-01"));

        JsonNode answer = ask(mark, "").json();
        assertThat(answer.get("periods")).isEqualTo(RunningService.JSON.readTree("""
                [{"place":"CERTIFICATE","from":"2020-06-01","to":"2021-06-01","expiresOn":"2030-06-01"},
                 {"place":"CERTIFICATE","from":"2021-06-01","to":"2030-06-01","expiresOn":"2030-06-01"},
                 {"place":"CERTIFICATE","from":"2030-06-01","to":"2035-01-01","expiresOn":"2040-06-01"},
                 {"place":"VEHICLE","vehicleId":"%s","from":"2035-01-01","to":null}]""".formatted(
                        second.id().text())));
        assertThat(answer.get("events").valueStream().map(e -> e.get("type").asString()))
                .containsExactly("EntitlementBought", "NomineeNamed", "EntitlementExtended", "EntitlementUsed");
        assertThat(answer.toString()).doesNotContain("11111", "22222", "33333", "digest");
    }

    @Test
    void a_right_that_is_given_up_or_lapses_leaves_the_mark_void() {
        service.log.append(first.registered(TestVehicle.person(service.log)), first.issued());
        service.log.append(first.retained(service.log, replacement, "1-11111-111111-X", "2020-06-01"));
        service.log.append(
                TestVehicle.named(service.log, first.mark(), "1-22222-222222-X", "2020-07-01", "2030-06-01"));
        RegistrationMark bought = TestVehicle.nextMark();
        EntitlementBought purchase = TestVehicle.bought(service.log, bought, "1-33333-333333-X", "2020-06-01");
        service.log.append(
                purchase,
                new EntitlementSurrendered(
                        bought, purchase.certificate(), 80_00, LocalDate.parse("2020-08-01"), purchase.expiresOn()));
        position = service.log.append(new EntitlementLapsed(first.mark(), LocalDate.parse("2036-06-02")));

        JsonNode lapsed = ask(first.mark(), "").json().get("periods");
        assertThat(lapsed.get(3))
                .isEqualTo(RunningService.JSON.readTree("""
                {"place":"VOID","vehicleId":"%s","from":"2036-06-02","to":null}""".formatted(first.id().text())));
        assertThat(lapsed.get(2).get("to").asString()).isEqualTo("2036-06-02");
        assertThat(ask(bought, "").json().get("periods").get(1)).isEqualTo(RunningService.JSON.readTree("""
                {"place":"VOID","from":"2020-08-01","to":null}"""));
    }

    @Test
    void a_transferred_mark_is_on_one_vehicle_and_then_on_the_other_and_never_on_a_certificate() {
        service.log.append(first.registered(TestVehicle.person(service.log)), first.issued());
        service.log.append(second.registered(TestVehicle.person(service.log)), second.issued());
        position = service.log.append(first.transferred(service.log, second, replacement, "2020-06-01"));

        assertThat(ask(first.mark(), "").json().get("periods")).isEqualTo(RunningService.JSON.readTree("""
                [{"place":"VEHICLE","vehicleId":"%s","from":"2010-03-01","to":"2020-06-01"},
                 {"place":"VEHICLE","vehicleId":"%s","from":"2020-06-01","to":null}]""".formatted(
                        first.id().text(), second.id().text())));
        assertThat(ask(second.mark(), "").json().get("periods")).isEqualTo(RunningService.JSON.readTree("""
                [{"place":"VEHICLE","vehicleId":"%1$s","from":"2012-03-01","to":"2020-06-01"},
                 {"place":"VOID","vehicleId":"%1$s","from":"2020-06-01","to":null}]""".formatted(
                        second.id().text())));
        assertThat(ask(replacement, "").json().get("periods"))
                .isEqualTo(RunningService.JSON.readTree("""
                [{"place":"VEHICLE","vehicleId":"%s","from":"2020-06-01","to":null}]""".formatted(first.id().text())));
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
        Answer unknown = ask(TestVehicle.nextMark(), "");
        assertThat(unknown.status()).as(unknown.text()).isEqualTo(404);
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
