package uk.vehicleregister.command.tax.pay;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.vehicleregister.command.Bodies.marker;
import static uk.vehicleregister.command.Bodies.sorn;
import static uk.vehicleregister.command.Bodies.taxPayment;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.vehicleregister.command.Register;
import uk.vehicleregister.command.Register.Vehicle;
import uk.vehicleregister.command.RunningService;
import uk.vehicleregister.command.RunningService.Answer;
import uk.vehicleregister.kernel.access.Role;

class PayTaxHttpTest {

    private static final String PATH = "/v1/tax-payments";

    private final RunningService service = RunningService.shared();
    private final Register register = new Register(service);

    @Test
    void a_payment_is_recorded_once_however_often_it_is_fed() {
        Vehicle vehicle = register.registered();
        String key = UUID.randomUUID().toString();
        var body = taxPayment(vehicle.mark(), "2026-07-01", "2027-06-30");
        Answer answer = service.post(PATH, Role.OPERATOR, key, body);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        assertThat(service.post(PATH, Role.OPERATOR, key, body).body()).isEqualTo(answer.body());
        assertThat(register.typesOf(vehicle.id())).containsExactly("VehicleRegistered", "V5CIssued", "TaxPaid");
        assertThat(register.eventsOf(vehicle.id()).getLast().payload())
                .contains("\"from\":\"2026-07-01\",\"until\":\"2027-06-30\"");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-07-15, 2026-07-15, 201",
        "2026-07-15, 2026-07-14, 400",
        "2026-07-15, 2027-07-31, 201",
        "2026-07-15, 2027-08-01, 400"
    })
    void a_payment_is_for_one_day_to_a_year_and_the_rest_of_a_month(String from, String until, int status) {
        Answer answer = service.post(
                PATH, Role.OPERATOR, taxPayment(register.registered().mark(), from, until));
        assertThat(answer.status()).isEqualTo(status);
        if (status == 400) {
            assertThat(answer.body().get("errors").get(0).get("field").asString())
                    .isEqualTo("until");
        }
    }

    @Test
    void unknown_marks_are_not_found_and_lock_nothing() {
        Vehicle vehicle = register.registered();
        for (int tried = 1; tried <= 5; tried++) {
            Answer answer = service.post(PATH, Role.OPERATOR, taxPayment("ZX51TAX", "2026-07-01", "2026-12-31"));
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.code()).isEqualTo("VEHICLE_OR_DOCUMENT_NOT_MATCHED");
        }
        assertThat(service.post("/v1/sorn-declarations", Role.CITIZEN, sorn(vehicle.mark(), vehicle.reference()))
                        .status())
                .isEqualTo(201);
        assertThat(service.post("/v1/sorn-declarations", Role.CITIZEN, sorn("ZX51TAX", vehicle.reference()))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_scrapped_vehicle_is_refused() {
        Vehicle vehicle = register.registered();
        service.post("/v1/markers", Role.REGISTRAR, marker(vehicle.mark(), "SCRAPPED", "SET"));
        assertThat(service.post(PATH, Role.OPERATOR, taxPayment(vehicle.mark(), "2026-07-01", "2026-12-31"))
                        .code())
                .isEqualTo("SCRAPPED");
    }
}
