package uk.vehicleregister.query.vehicleenquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import uk.vehicleregister.kernel.event.AcquiredFromTrade;
import uk.vehicleregister.kernel.event.Fact;
import uk.vehicleregister.kernel.event.VehicleExported;
import uk.vehicleregister.kernel.event.VehicleScrapped;
import uk.vehicleregister.kernel.sealing.SealedParty;
import uk.vehicleregister.kernel.vehicle.TaxOrSorn;
import uk.vehicleregister.query.RunningService;
import uk.vehicleregister.query.TestVehicle;

/// Tax and MOT in the public answer, on 2026-07-01.
class LicensingEnquiryTest {

    private static RunningService service;

    private final TestVehicle vehicle = TestVehicle.registeredOn("2005-11-30");

    @BeforeAll
    static void start() {
        service = RunningService.with(Map.of("register.today", "2026-07-01"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void where_nothing_was_fed_there_is_no_tax_status_and_no_details_of_an_mot() {
        assertThat(told(vehicle.sold(TestVehicle.person(service.log), "2026-01-01")))
                .isEqualTo("motStatus=No details held by DVLA");
        assertThat(service.bean(JdbcClient.class)
                        .sql("select count(licensing) from vehicle_enquiry where vehicle_id = ?")
                        .params(vehicle.id().text())
                        .query(Integer.class)
                        .single())
                .as("an import stores nothing")
                .isZero();
    }

    @Test
    void a_vehicle_is_taxed_on_the_last_day_paid_for_and_untaxed_on_the_next() {
        assertThat(told(vehicle.taxed("2025-07-02", "2026-07-01")))
                .isEqualTo("taxStatus=Taxed taxDueDate=2026-07-01 motStatus=No details held by DVLA");
        TestVehicle other = TestVehicle.registeredOn("2005-11-30");
        assertThat(told(other, other.taxed("2025-07-01", "2026-06-30")))
                .isEqualTo("taxStatus=Untaxed taxDueDate=2026-06-30 motStatus=No details held by DVLA");
    }

    @Test
    void a_vehicle_off_the_road_has_no_due_date() {
        assertThat(told(vehicle.taxed("2025-10-01", "2026-09-30"), vehicle.offRoad("2026-07-01")))
                .isEqualTo("taxStatus=SORN motStatus=No details held by DVLA");
    }

    @Test
    void a_sorn_to_come_leaves_it_taxed_to_the_day_before() {
        assertThat(told(vehicle.taxed("2025-10-01", "2026-09-30"), vehicle.offRoad("2026-07-02")))
                .isEqualTo("taxStatus=Taxed taxDueDate=2026-07-01 motStatus=No details held by DVLA");
    }

    @Test
    void a_sale_leaves_it_untaxed_since_then() {
        assertThat(told(
                        vehicle.taxed("2025-10-01", "2026-09-30"),
                        vehicle.sold(TestVehicle.person(service.log), "2026-06-01")))
                .isEqualTo("taxStatus=Untaxed taxDueDate=2026-06-01 motStatus=No details held by DVLA");
    }

    @Test
    void sold_out_of_the_trade_with_a_sorn() {
        SealedParty trader = new SealedParty(service.log.seal("{}"));
        assertThat(told(new AcquiredFromTrade(
                        vehicle.id(),
                        TestVehicle.person(service.log),
                        trader,
                        LocalDate.parse("2026-06-01"),
                        null,
                        TaxOrSorn.SORN,
                        List.of())))
                .isEqualTo("taxStatus=SORN motStatus=No details held by DVLA");
    }

    @Test
    void an_exported_or_scrapped_vehicle_is_untaxed() {
        assertThat(told(
                        vehicle.taxed("2025-10-01", "2026-09-30"),
                        new VehicleExported(vehicle.id(), vehicle.mark(), "FR", LocalDate.parse("2026-06-30"))))
                .isEqualTo("taxStatus=Untaxed taxDueDate=2026-06-30 motStatus=No details held by DVLA");
        TestVehicle other = TestVehicle.registeredOn("2005-11-30");
        assertThat(told(
                        other,
                        other.taxed("2025-10-01", "2026-09-30"),
                        new VehicleScrapped(other.id(), other.mark(), LocalDate.parse("2026-06-29"))))
                .isEqualTo("taxStatus=Untaxed taxDueDate=2026-06-29 motStatus=No details held by DVLA");
    }

    @Test
    void an_mot_is_valid_on_its_last_day_and_not_on_the_next() {
        assertThat(told(vehicle.passed("2025-07-02", "2026-07-01")))
                .isEqualTo("motStatus=Valid motExpiryDate=2026-07-01");
        TestVehicle other = TestVehicle.registeredOn("2005-11-30");
        assertThat(told(other, other.passed("2025-07-01", "2026-06-30"))).isEqualTo("motStatus=Not valid");
    }

    @Test
    void a_failure_is_not_valid_unless_an_earlier_pass_still_runs() {
        assertThat(told(vehicle.failed("2026-06-30"))).isEqualTo("motStatus=Not valid");
        TestVehicle other = TestVehicle.registeredOn("2005-11-30");
        assertThat(told(other, other.passed("2025-12-01", "2026-11-30"), other.failed("2026-06-30")))
                .isEqualTo("motStatus=Valid motExpiryDate=2026-11-30");
    }

    private static String told(TestVehicle vehicle, Fact... facts) {
        service.log.append(vehicle.registered(TestVehicle.person(service.log)), vehicle.issued());
        long position = 0;
        for (Fact fact : facts) position = service.log.append(fact);
        JsonNode answer = service.post(
                        "/vehicle-enquiry/v1/vehicles",
                        "{\"registrationNumber\":\"" + vehicle.mark().text() + "\"}",
                        "x-api-key",
                        "demo-ves-key",
                        "If-Position-At-Least",
                        "" + position)
                .json();
        List<String> shown = new ArrayList<>();
        for (String field : List.of("taxStatus", "taxDueDate", "motStatus", "motExpiryDate"))
            if (answer.has(field)) shown.add(field + "=" + answer.get(field).asString());
        return String.join(" ", shown);
    }

    private String told(Fact... facts) {
        return told(vehicle, facts);
    }
}
