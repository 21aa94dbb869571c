package uk.vehicleregister.command.record.correct;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.vehicleregister.command.Bodies.business;
import static uk.vehicleregister.command.Bodies.correction;
import static uk.vehicleregister.command.Bodies.disposal;
import static uk.vehicleregister.command.Bodies.keeperChange;
import static uk.vehicleregister.command.Bodies.map;
import static uk.vehicleregister.command.Bodies.person;
import static uk.vehicleregister.command.Bodies.with;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import uk.vehicleregister.command.Register;
import uk.vehicleregister.command.Register.Vehicle;
import uk.vehicleregister.command.RunningService;
import uk.vehicleregister.command.RunningService.Answer;
import uk.vehicleregister.kernel.access.Role;

class CorrectRecordHttpTest {

    private static final String PATH = "/v1/corrections";

    private final RunningService service = RunningService.shared();
    private final Register register = new Register(service);

    @Test
    void a_keeper_is_corrected_once_and_only_the_new_v5c_lives() {
        Vehicle vehicle = sold();
        Map<String, Object> body =
                correction(vehicle.id(), positionOf(vehicle, "KeeperChanged"), "newKeeper", business());
        String key = UUID.randomUUID().toString();
        Answer answer = service.post(PATH, Role.REGISTRAR, key, body);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        assertThat(service.post(PATH, Role.REGISTRAR, key, body).body()).isEqualTo(answer.body());
        assertThat(register.typesOf(vehicle.id()))
                .containsExactly(
                        "VehicleRegistered", "V5CIssued", "KeeperChanged", "V5CIssued", "KeeperCorrected", "V5CIssued");
        assertThat(register.eventsOf(vehicle.id()).get(4).payload())
                .contains("\"corrects\":" + positionOf(vehicle, "KeeperChanged"), "BUSINESS")
                .doesNotContain("TAFF VAN HIRE");
        assertThat(dispose(vehicle).code()).isEqualTo("VEHICLE_OR_DOCUMENT_NOT_MATCHED");
        assertThat(dispose(register.byPost(vehicle.id())).status()).isEqualTo(201);
        assertThat(service.post(PATH, Role.REGISTRAR, body).code()).isEqualTo("NOTHING_TO_CORRECT");
    }

    @Test
    void the_keeper_on_record_is_recognised_though_sealed() {
        Vehicle vehicle = sold();
        assertThat(correct(vehicle, "KeeperChanged", "newKeeper", person()).code())
                .isEqualTo("NOTHING_TO_CORRECT");
    }

    @Test
    void a_disposal_that_never_was_makes_the_vehicle_saleable_again_by_its_keeper() {
        Vehicle vehicle = register.registered();
        dispose(vehicle);
        assertThat(correct(vehicle, "DisposedToTrade", "reversed", true).status())
                .isEqualTo(201);
        Vehicle back = register.byPost(vehicle.id());
        assertThat(service.post("/v1/keeper-changes", Role.CITIZEN, keeperChange(back.mark(), back.reference()))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void details_are_corrected_as_told() {
        Vehicle vehicle = register.registered();
        Answer answer = service.post(
                PATH,
                Role.REGISTRAR,
                with(
                        correction(vehicle.id(), positionOf(vehicle, "VehicleRegistered"), "colour", "Red"),
                        "absentDetails",
                        List.of("ENGINE_CAPACITY")));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        assertThat(register.eventsOf(vehicle.id()).get(2).payload())
                .contains("\"colour\":\"RED\"", "\"make\":\"VOLKSWAGEN\"")
                .doesNotContain("engineCapacity");
    }

    @Test
    void what_is_not_of_this_vehicle_is_not_found() {
        Vehicle vehicle = register.registered();
        Vehicle other = register.registered();
        Answer foreign = service.post(
                PATH,
                Role.REGISTRAR,
                correction(vehicle.id(), positionOf(other, "VehicleRegistered"), "colour", "RED"));
        assertThat(foreign.status()).isEqualTo(404);
        assertThat(foreign.code()).isEqualTo("NOT_FOUND");
        assertThat(service.post(PATH, Role.REGISTRAR, correction("nobody", 0, "colour", "RED"))
                        .status())
                .isEqualTo(404);
        assertThat(service.post(PATH, Role.REGISTRAR, correction(vehicle.id(), Long.MAX_VALUE, "colour", "RED"))
                        .status())
                .isEqualTo(404);
        assertThat(correct(vehicle, "V5CIssued", "reversed", true).code()).isEqualTo("NOT_CORRECTABLE");
    }

    /// Each leans on the record as the other left it: neither undoes the other, and one of two alike finds nothing to
    /// do.
    @Test
    void of_two_alike_at_once_one_is_recorded() throws Exception {
        Vehicle vehicle = sold();
        Callable<Answer> reversal = () -> correct(vehicle, "KeeperChanged", "reversed", true);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Answer> answers = threads.invokeAll(List.of(reversal, reversal, reversal)).stream()
                    .map(future -> {
                        try {
                            return future.get();
                        } catch (Exception fault) {
                            throw new AssertionError(fault);
                        }
                    })
                    .toList();
            assertThat(answers).extracting(Answer::status).containsOnlyOnce(201);
            assertThat(answers).extracting(Answer::code).containsAnyOf("NOTHING_TO_CORRECT", "CONFLICT");
        }
        assertThat(register.typesOf(vehicle.id())).containsOnlyOnce("KeeperChangeReversed");
    }

    static Stream<Arguments> malformed() {
        Map<String, Object> reversed = correction("v", 1, "reversed", true);
        return Stream.of(
                Arguments.of(map("vehicleId", "v", "corrects", 1, "reason", "x"), "reversed", "REQUIRED"),
                Arguments.of(with(reversed, "reversed", false), "reversed", "WRONG_TYPE"),
                Arguments.of(with(reversed, "dateOfSale", "2026-01-01"), "dateOfSale", "NOT_EXPECTED"),
                Arguments.of(with(reversed, "colour", "RED"), "colour", "NOT_EXPECTED"),
                Arguments.of(with(correction("v", 1, "newKeeper", person()), "make", "FORD"), "make", "NOT_EXPECTED"),
                Arguments.of(
                        with(correction("v", 1, "dateOfSale", "2026-01-01"), "keeperSince", "2026-01-01"),
                        "keeperSince",
                        "NOT_EXPECTED"),
                Arguments.of(correction("v", 1, "yearOfManufacture", 2027), "yearOfManufacture", "OUT_OF_RANGE"),
                Arguments.of(correction("v", 1, "absentDetails", List.of("MAKE")), "absentDetails", "NOT_A_KNOWN_WORD"),
                Arguments.of(
                        correction("v", 1, "newKeeper", map("type", "ESTATE")), "newKeeper.type", "NOT_A_KNOWN_WORD"),
                Arguments.of(correction("v", 1, "dateOfFirstRegistration", "2020-01-01"), "reversed", "REQUIRED"),
                Arguments.of(with(reversed, "corrects", -1), "corrects", "OUT_OF_RANGE"),
                Arguments.of(
                        with(reversed, "corrects", new java.math.BigInteger("9223372036854775808")),
                        "corrects",
                        "OUT_OF_RANGE"),
                Arguments.of(with(reversed, "vehicleId", "a b"), "vehicleId", "MALFORMED"),
                Arguments.of(with(reversed, "reason", " "), "reason", "MALFORMED"),
                Arguments.of(with(reversed, "reason", "x".repeat(201)), "reason", "MALFORMED"));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void what_cannot_be_a_correction_is_a_fault_of_its_field(Map<String, Object> body, String field, String code) {
        Answer answer = service.post(PATH, Role.REGISTRAR, body);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(400);
        assertThat(answer.body().get("errors").get(0).get("field").asString()).isEqualTo(field);
        assertThat(answer.body().get("errors").get(0).get("code").asString()).isEqualTo(code);
    }

    private Vehicle sold() {
        Vehicle vehicle = register.registered();
        service.post("/v1/keeper-changes", Role.CITIZEN, keeperChange(vehicle.mark(), vehicle.reference()));
        return register.byPost(vehicle.id());
    }

    private Answer dispose(Vehicle vehicle) {
        return service.post("/v1/disposals", Role.CITIZEN, disposal(vehicle.mark(), vehicle.reference()));
    }

    private Answer correct(Vehicle vehicle, String type, String field, Object value) {
        return service.post(PATH, Role.REGISTRAR, correction(vehicle.id(), positionOf(vehicle, type), field, value));
    }

    private long positionOf(Vehicle vehicle, String type) {
        return register.eventsOf(vehicle.id()).stream()
                .filter(event -> event.type().equals(type))
                .findFirst()
                .orElseThrow()
                .position();
    }
}
