package uk.vehicleregister.command.v5c.replace;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.vehicleregister.command.Bodies.EXECUTORS_POSTCODE;
import static uk.vehicleregister.command.Bodies.POSTCODE;
import static uk.vehicleregister.command.Bodies.death;
import static uk.vehicleregister.command.Bodies.disposal;
import static uk.vehicleregister.command.Bodies.keeperChange;
import static uk.vehicleregister.command.Bodies.map;
import static uk.vehicleregister.command.Bodies.marker;
import static uk.vehicleregister.command.Bodies.v5cReplacement;
import static uk.vehicleregister.command.Bodies.vehicle;
import static uk.vehicleregister.command.Bodies.with;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.command.Register;
import uk.vehicleregister.command.Register.Vehicle;
import uk.vehicleregister.command.RunningService;
import uk.vehicleregister.command.RunningService.Answer;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.kernel.event.EventJson;
import uk.vehicleregister.kernel.event.V5CIssued;
import uk.vehicleregister.kernel.event.VehicleRegistered;
import uk.vehicleregister.kernel.mark.AgeAppropriateMarks;

class ReplaceV5CHttpTest {

    private static final String ELSEWHERE = "CF99 1AA";

    private final RunningService service = RunningService.shared();
    private final Register register = new Register(service);

    @Test
    void another_v5c_goes_to_the_keeper_and_the_one_before_is_dead() {
        Vehicle before = register.registered();
        String key = UUID.randomUUID().toString();
        Answer replaced =
                service.post("/v1/v5c-replacements", Role.CITIZEN, key, v5cReplacement(before.mark(), "sa34hp"));
        assertThat(replaced.status()).as(replaced.body().toString()).isEqualTo(201);
        assertThat(replaced.body().propertyNames()).containsExactlyInAnyOrder("transactionId", "position");
        assertThat(service.post("/v1/v5c-replacements", Role.CITIZEN, key, v5cReplacement(before.mark(), "sa34hp"))
                        .body())
                .isEqualTo(replaced.body());
        assertThat(register.typesOf(before.id()))
                .containsExactly("VehicleRegistered", "V5CIssued", "V5CReplaced", "V5CIssued");

        Vehicle after = register.byPost(before.id());
        assertThat(replaced.body().toString()).doesNotContain(after.reference());
        assertThat(sell(before).code()).isEqualTo("VEHICLE_OR_DOCUMENT_NOT_MATCHED");
        assertThat(sell(after).status()).isEqualTo(201);
    }

    @Test
    void it_is_sealed_under_the_keepers_key() {
        Vehicle vehicle = register.registered();
        ask(vehicle.mark(), POSTCODE);
        var events = register.eventsOf(vehicle.id());
        assertThat(EventJson.read(events.getLast().payload(), V5CIssued.class)
                        .documentReference()
                        .sealed()
                        .keyId())
                .isEqualTo(EventJson.read(events.getFirst().payload(), VehicleRegistered.class)
                        .keeper()
                        .details()
                        .keyId());
    }

    @Test
    void a_wrong_postcode_an_unknown_mark_and_a_vehicle_without_keeper_are_one_and_the_same_answer() {
        Vehicle kept = register.registered();
        Vehicle inTrade = register.registered();
        service.post("/v1/disposals", Role.CITIZEN, disposal(inTrade.mark(), inTrade.reference()));
        Answer wrong = ask(kept.mark(), ELSEWHERE);
        assertThat(wrong.status()).isEqualTo(404);
        assertThat(wrong.code()).isEqualTo("VEHICLE_OR_DOCUMENT_NOT_MATCHED");
        assertThat(ask("ZZ97ZZZ", POSTCODE).body()).isEqualTo(wrong.body());
        assertThat(ask(inTrade.mark(), POSTCODE).body()).isEqualTo(wrong.body());
        assertThat(register.typesOf(kept.id())).hasSize(2);
    }

    @Test
    void three_wrong_postcodes_lock_the_mark_for_references_too_and_the_other_way_round() {
        Vehicle vehicle = register.registered();
        for (int wrong = 0; wrong < 3; wrong++) {
            assertThat(ask(vehicle.mark(), ELSEWHERE).status()).isEqualTo(404);
        }
        assertThat(ask(vehicle.mark(), POSTCODE).status()).isEqualTo(423);
        assertThat(sell(vehicle).status()).isEqualTo(423);

        Vehicle other = register.registered();
        for (int wrong = 0; wrong < 3; wrong++) {
            service.post("/v1/keeper-changes", Role.CITIZEN, keeperChange(other.mark(), "00000000000"));
        }
        assertThat(ask(other.mark(), POSTCODE).code()).isEqualTo("MARK_LOCKED");
        assertThat(register.typesOf(other.id())).hasSize(2);
    }

    @Test
    void a_right_postcode_begins_the_count_anew() {
        Vehicle vehicle = register.registered();
        for (int round = 0; round < 2; round++) {
            ask(vehicle.mark(), ELSEWHERE);
            ask(vehicle.mark(), ELSEWHERE);
            assertThat(ask(vehicle.mark(), POSTCODE).status()).isEqualTo(201);
        }
    }

    @Test
    void a_record_without_postcode_is_matched_by_nothing_and_a_partial_one_by_its_outward_part() {
        String blank = imported("");
        assertThat(ask(blank, "").status()).isEqualTo(404);
        assertThat(ask(blank, POSTCODE).status()).isEqualTo(404);
        String partial = imported("SA3***");
        assertThat(ask(partial, "CF10 3NP").status()).isEqualTo(404);
        assertThat(ask(partial, "").status()).isEqualTo(404);
        assertThat(ask(partial, POSTCODE).status()).isEqualTo(201);
    }

    @Test
    void an_executor_is_found_by_their_own_postcode() {
        Vehicle vehicle = register.registered();
        service.post("/v1/keeper-deaths", Role.CITIZEN, death(vehicle.mark(), vehicle.reference()));
        assertThat(ask(vehicle.mark(), POSTCODE).status()).isEqualTo(404);
        assertThat(ask(vehicle.mark(), EXECUTORS_POSTCODE).status()).isEqualTo(201);
    }

    @Test
    void a_suppressed_exported_or_scrapped_one_gets_none_and_a_stolen_one_does() {
        for (String marker : List.of("V5C_SUPPRESSED", "EXPORTED", "SCRAPPED")) {
            Vehicle vehicle = register.registered();
            service.post("/v1/markers", Role.REGISTRAR, marker(vehicle.mark(), marker, "SET"));
            assertThat(ask(vehicle.mark(), POSTCODE).code()).isEqualTo(marker);
        }
        Vehicle stolen = register.registered();
        service.post("/v1/markers", Role.REGISTRAR, marker(stolen.mark(), "STOLEN", "SET"));
        var body = with(v5cReplacement(stolen.mark(), POSTCODE), "reason", "STOLEN");
        assertThat(service.post("/v1/v5c-replacements", Role.DEALER, body).status())
                .isEqualTo(201);
    }

    /// An old record, with that postcode of its keeper.
    private String imported(String postcode) {
        Map<String, Object> vehicle = vehicle();
        String mark = AgeAppropriateMarks.draw(LocalDate.of(2019, 3, 14), ThreadLocalRandom.current())
                .text();
        Map<String, Object> row = map(
                "vin", vehicle.get("vin"),
                "registrationMark", mark,
                "make", "VOLKSWAGEN",
                "model", "GOLF",
                "colour", "BLUE",
                "fuelType", "PETROL",
                "yearOfManufacture", "2019",
                "dateOfFirstRegistration", "2019-03-14",
                "keeperType", "PERSON",
                "title", "Mrs",
                "firstNames", "Gwenllian",
                "lastName", "Prosser",
                "addressLine1", "12 HARBOUR VIEW",
                "postTown", "SWANSEA",
                "postcode", postcode,
                "keeperSince", "2019-03-14");
        Answer loaded = service.post("/v1/imports", Role.REGISTRAR, map("rows", List.of(row)));
        assertThat(loaded.body().toString()).contains("LOADED");
        return mark;
    }

    private Answer ask(String mark, String postcode) {
        return service.post("/v1/v5c-replacements", Role.CITIZEN, v5cReplacement(mark, postcode));
    }

    private Answer sell(Vehicle vehicle) {
        return service.post("/v1/keeper-changes", Role.CITIZEN, keeperChange(vehicle.mark(), vehicle.reference()));
    }
}
