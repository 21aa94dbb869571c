package uk.vehicleregister.command.vehicle.scrap;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.vehicleregister.command.Bodies.TODAY;
import static uk.vehicleregister.command.Bodies.destruction;
import static uk.vehicleregister.command.Bodies.disposal;
import static uk.vehicleregister.command.Bodies.keeperChange;
import static uk.vehicleregister.command.Bodies.marker;
import static uk.vehicleregister.command.Bodies.retention;
import static uk.vehicleregister.command.Bodies.scrapping;
import static uk.vehicleregister.command.Bodies.v5cReplacement;
import static uk.vehicleregister.command.Bodies.vehicle;
import static uk.vehicleregister.command.Bodies.with;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.command.Bodies;
import uk.vehicleregister.command.Register;
import uk.vehicleregister.command.Register.Vehicle;
import uk.vehicleregister.command.RunningService;
import uk.vehicleregister.command.RunningService.Answer;
import uk.vehicleregister.kernel.access.Role;

class ScrapVehicleHttpTest {

    private static final String CERTIFICATE = "cod-2026-00017";

    private final RunningService service = RunningService.shared();
    private final Register register = new Register(service);

    @Test
    void a_mark_retained_before_scrapping_is_saved_and_afterwards_nothing_more_happens() {
        Vehicle vehicle = register.registered();
        Answer retained = retain(vehicle);
        assertThat(retained.status()).as(retained.body().toString()).isEqualTo(201);
        Vehicle renamed = register.byPost(vehicle.id());
        Answer scrapped = scrap(renamed);
        assertThat(scrapped.status()).as(scrapped.body().toString()).isEqualTo(201);
        assertThat(register.typesOf(vehicle.id()))
                .containsExactly("VehicleRegistered", "V5CIssued", "MarkRetained", "V5CIssued", "VehicleScrapped");

        assertThat(retain(renamed).code()).isEqualTo("SCRAPPED");
        assertThat(scrap(renamed).code()).isEqualTo("SCRAPPED");
        assertThat(service.post("/v1/keeper-changes", Role.CITIZEN, keeperChange(renamed.mark(), renamed.reference()))
                        .code())
                .isEqualTo("SCRAPPED");
        assertThat(service.post("/v1/disposals", Role.CITIZEN, disposal(renamed.mark(), renamed.reference()))
                        .code())
                .isEqualTo("SCRAPPED");
        assertThat(service.post("/v1/exports", Role.CITIZEN, Bodies.export(renamed.mark(), renamed.reference()))
                        .code())
                .isEqualTo("SCRAPPED");
        assertThat(service.post("/v1/keeper-deaths", Role.CITIZEN, Bodies.death(renamed.mark(), renamed.reference()))
                        .code())
                .isEqualTo("SCRAPPED");
        assertThat(service.post(
                                "/v1/keeper-details",
                                Role.CITIZEN,
                                Bodies.keeperDetails(renamed.mark(), renamed.reference()))
                        .code())
                .isEqualTo("SCRAPPED");
        assertThat(service.post("/v1/v5c-replacements", Role.CITIZEN, v5cReplacement(renamed.mark(), Bodies.POSTCODE))
                        .code())
                .isEqualTo("SCRAPPED");
    }

    @Test
    void a_treatment_facility_needs_the_mark_only_and_may_come_after_the_keeper_once() {
        Vehicle vehicle = register.registered();
        assertThat(scrap(vehicle).status()).isEqualTo(201);
        Answer destroyed = destroy(vehicle);
        assertThat(destroyed.status()).as(destroyed.body().toString()).isEqualTo(201);
        assertThat(register.typesOf(vehicle.id()))
                .containsExactly("VehicleRegistered", "V5CIssued", "VehicleScrapped", "VehicleDestroyed");
        assertThat(register.eventsOf(vehicle.id()).getLast().payload()).contains("COD-2026-00017");
        assertThat(destroy(vehicle).code()).isEqualTo("SCRAPPED");
    }

    @Test
    void an_answer_says_only_the_transaction_and_a_repeat_says_the_same() {
        Vehicle vehicle = register.registered();
        String key = UUID.randomUUID().toString();
        var body = destruction(vehicle.mark(), CERTIFICATE);
        Answer first = service.post("/v1/scrappings", Role.TREATMENT_FACILITY, key, body);
        Answer again = service.post("/v1/scrappings", Role.TREATMENT_FACILITY, key, body);
        assertThat(first.status()).isEqualTo(201);
        assertThat(first.body().propertyNames()).containsExactlyInAnyOrder("transactionId", "position");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(register.typesOf(vehicle.id())).containsOnlyOnce("VehicleDestroyed");
    }

    @Test
    void an_unknown_mark_or_a_wrong_reference_matches_nothing() {
        assertThat(service.post("/v1/scrappings", Role.TREATMENT_FACILITY, destruction("ZZ98ZZZ", CERTIFICATE))
                        .code())
                .isEqualTo("VEHICLE_OR_DOCUMENT_NOT_MATCHED");
        Vehicle vehicle = register.registered();
        assertThat(service.post("/v1/scrappings", Role.CITIZEN, scrapping(vehicle.mark(), "00000000000"))
                        .code())
                .isEqualTo("VEHICLE_OR_DOCUMENT_NOT_MATCHED");
        assertThat(register.typesOf(vehicle.id())).hasSize(2);
    }

    @Test
    void of_a_vehicle_in_the_trade_the_dealer_tells() {
        Vehicle vehicle = register.registered();
        service.post("/v1/disposals", Role.CITIZEN, disposal(vehicle.mark(), vehicle.reference()));
        assertThat(scrap(vehicle).code()).isEqualTo("NO_KEEPER");
        assertThat(service.post("/v1/scrappings", Role.DEALER, scrapping(vehicle.mark(), vehicle.reference()))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void of_several_roles_that_of_the_treatment_facility_counts() {
        Vehicle vehicle = register.registered();
        String token = service.token("both", Role.CITIZEN, Role.TREATMENT_FACILITY);
        String body = RunningService.JSON.writeValueAsString(destruction(vehicle.mark(), CERTIFICATE));
        assertThat(service.postAs("/v1/scrappings", token, UUID.randomUUID().toString(), body)
                        .status())
                .isEqualTo(201);
    }

    @Test
    void a_certificate_is_withdrawn_by_its_number_and_the_vehicle_lives_again() {
        Vehicle vehicle = register.registered();
        destroy(vehicle);
        var lift = marker(vehicle.mark(), "SCRAPPED", "LIFTED");
        assertThat(service.post("/v1/markers", Role.REGISTRAR, lift).code())
                .isEqualTo("CERTIFICATE_OF_DESTRUCTION_STANDS");
        assertThat(service.post("/v1/markers", Role.REGISTRAR, with(lift, "reason", "COD-2026-00017 withdrawn"))
                        .status())
                .isEqualTo(201);
        assertThat(retain(vehicle).status()).isEqualTo(201);
    }

    @Test
    void a_lorry_gets_no_certificate() {
        Vehicle lorry = register.registered(with(vehicle(), "typeApproval", "N3"));
        assertThat(destroy(lorry).code()).isEqualTo("NOT_CERTIFIABLE_TYPE");
        assertThat(scrap(lorry).status()).isEqualTo(201);
    }

    @Test
    void a_date_in_the_future_is_refused() {
        Vehicle vehicle = register.registered();
        assertThat(service.post(
                                "/v1/scrappings",
                                Role.CITIZEN,
                                with(
                                        scrapping(vehicle.mark(), vehicle.reference()),
                                        "dateOfScrapping",
                                        TODAY.plusDays(1).toString()))
                        .code())
                .isEqualTo("DATE_IN_FUTURE");
    }

    private Answer scrap(Vehicle vehicle) {
        return service.post("/v1/scrappings", Role.CITIZEN, scrapping(vehicle.mark(), vehicle.reference()));
    }

    private Answer destroy(Vehicle vehicle) {
        return service.post("/v1/scrappings", Role.TREATMENT_FACILITY, destruction(vehicle.mark(), CERTIFICATE));
    }

    private Answer retain(Vehicle vehicle) {
        return service.post(
                "/v1/retentions", Role.CITIZEN, retention(vehicle.mark(), vehicle.reference(), "tok_authorised"));
    }
}
