package uk.vehicleregister.command.vehicle.export;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.vehicleregister.command.Bodies.disposal;
import static uk.vehicleregister.command.Bodies.export;
import static uk.vehicleregister.command.Bodies.keeperChange;
import static uk.vehicleregister.command.Bodies.retention;
import static uk.vehicleregister.command.Bodies.with;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.vehicleregister.command.Register;
import uk.vehicleregister.command.Register.Vehicle;
import uk.vehicleregister.command.RunningService;
import uk.vehicleregister.command.RunningService.Answer;
import uk.vehicleregister.kernel.access.Role;

class ExportVehicleHttpTest {

    private final RunningService service = RunningService.shared();
    private final Register register = new Register(service);

    @Test
    void an_exported_vehicle_is_not_sold_and_keeps_its_mark() {
        Vehicle vehicle = register.registered();
        String key = UUID.randomUUID().toString();
        Answer exported = service.post("/v1/exports", Role.CITIZEN, key, export(vehicle.mark(), vehicle.reference()));
        assertThat(exported.status()).as(exported.body().toString()).isEqualTo(201);
        assertThat(exported.body().propertyNames()).containsExactlyInAnyOrder("transactionId", "position");
        assertThat(service.post("/v1/exports", Role.CITIZEN, key, export(vehicle.mark(), vehicle.reference()))
                        .body())
                .isEqualTo(exported.body());
        assertThat(register.typesOf(vehicle.id())).containsExactly("VehicleRegistered", "V5CIssued", "VehicleExported");
        assertThat(service.post("/v1/keeper-changes", Role.CITIZEN, keeperChange(vehicle.mark(), vehicle.reference()))
                        .code())
                .isEqualTo("EXPORTED");
        assertThat(service.post(
                                "/v1/retentions",
                                Role.CITIZEN,
                                retention(vehicle.mark(), vehicle.reference(), "tok_authorised"))
                        .code())
                .isEqualTo("EXPORTED");
        assertThat(tell(vehicle, Role.CITIZEN, "FR").code()).isEqualTo("EXPORTED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"JE", "GG", "IM", "IE", "FR", "jp"})
    void islands_and_neighbours_are_exports_like_any_other(String country) {
        Vehicle vehicle = register.registered();
        assertThat(tell(vehicle, Role.CITIZEN, country).status()).isEqualTo(201);
        assertThat(register.eventsOf(vehicle.id()).getLast().payload())
                .contains("\"destinationCountry\":\"" + country.toUpperCase(java.util.Locale.ROOT) + "\"");
    }

    @Test
    void of_a_vehicle_in_the_trade_the_dealer_tells() {
        Vehicle vehicle = register.registered();
        service.post("/v1/disposals", Role.CITIZEN, disposal(vehicle.mark(), vehicle.reference()));
        assertThat(tell(vehicle, Role.CITIZEN, "FR").code()).isEqualTo("NO_KEEPER");
        assertThat(tell(vehicle, Role.DEALER, "FR").status()).isEqualTo(201);
    }

    @Test
    void a_date_before_first_registration_is_refused() {
        Vehicle vehicle = register.registered();
        var body = with(export(vehicle.mark(), vehicle.reference()), "dateOfExport", "2019-03-13");
        assertThat(service.post("/v1/exports", Role.CITIZEN, body).code()).isEqualTo("DATE_BEFORE_FIRST_REGISTRATION");
        assertThat(service.post("/v1/exports", Role.CITIZEN, with(body, "dateOfExport", "2019-03-14"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void a_wrong_reference_matches_nothing() {
        Vehicle vehicle = register.registered();
        assertThat(service.post("/v1/exports", Role.CITIZEN, export(vehicle.mark(), "00000000000"))
                        .code())
                .isEqualTo("VEHICLE_OR_DOCUMENT_NOT_MATCHED");
    }

    private Answer tell(Vehicle vehicle, Role role, String country) {
        return service.post(
                "/v1/exports", role, with(export(vehicle.mark(), vehicle.reference()), "destinationCountry", country));
    }
}
