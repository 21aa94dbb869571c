package uk.vehicleregister.command.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.vehicleregister.command.Bodies.keeperChange;
import static uk.vehicleregister.command.Bodies.map;
import static uk.vehicleregister.command.Bodies.vehicle;
import static uk.vehicleregister.command.Bodies.with;
import static uk.vehicleregister.command.Bodies.without;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.vehicleregister.command.Register;
import uk.vehicleregister.command.Register.Vehicle;
import uk.vehicleregister.command.RunningService;
import uk.vehicleregister.command.RunningService.Answer;
import uk.vehicleregister.eventstore.log.RecordedEvent;
import uk.vehicleregister.eventstore.vault.Opened;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.kernel.event.EventJson;
import uk.vehicleregister.kernel.event.KeeperChanged;
import uk.vehicleregister.kernel.event.PersonErased;
import uk.vehicleregister.kernel.event.VehicleRegistered;
import uk.vehicleregister.kernel.sealing.Sealed;

class ErasureHttpTest {

    private final RunningService service = RunningService.shared();
    private final Register register = new Register(service);

    @Test
    void seller_and_buyer_are_forgotten_apart_and_before_the_answer() {
        Vehicle vehicle = soldWithEmail();
        Answer answer = post(erasure(vehicle, 0, "KEEPER"));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        assertThat(answer.body().path("erased").size()).isEqualTo(2);
        assertThat(first(vehicle)).isEqualTo(new Opened.Erased());
        assertThat(open(sale(vehicle).sellerEmail())).isEqualTo(new Opened.Erased());
        assertThat(open(sale(vehicle).keeper().details())).isInstanceOf(Opened.Plain.class);
        assertThat(answer.body().toString()).doesNotContain("Prosser").doesNotContain(vehicle.mark());

        List<RecordedEvent> events = service.log().stream("erasure-" + answer.text("erasureId"), 0);
        assertThat(events).extracting(RecordedEvent::type).containsExactly("PersonErased", "PersonErased");
        assertThat(answer.position()).isEqualTo(events.getLast().position());
        PersonErased erased = EventJson.read(events.getFirst().payload(), PersonErased.class);
        assertThat(service.keys().erasures().all()).contains(erased.keyId());
    }

    @Test
    void the_buyer_alone_is_forgotten_and_the_sellers_address_stays() {
        Vehicle vehicle = soldWithEmail();
        Vehicle now = register.byPost(vehicle.id());
        service.post("/v1/keeper-changes", Role.CITIZEN, keeperChange(now.mark(), now.reference()));
        assertThat(post(erasure(vehicle, 2, "KEEPER")).status()).isEqualTo(201);
        assertThat(open(sale(vehicle).keeper().details())).isEqualTo(new Opened.Erased());
        assertThat(open(sale(vehicle).sellerEmail())).isInstanceOf(Opened.Plain.class);
        assertThat(first(vehicle)).isInstanceOf(Opened.Plain.class);
    }

    @Test
    void a_dry_run_says_whom_and_records_nothing() {
        Vehicle vehicle = soldWithEmail();
        long before = service.log().lastPosition();
        Answer looked = post(with(erasure(vehicle, 0, "KEEPER"), "dryRun", true));
        assertThat(looked.status()).isEqualTo(200);
        assertThat(looked.body().at("/erased/0/role").asString()).isEqualTo("KEEPER");
        assertThat(service.log().named("erasure-", null, 1_000).stream().filter(event -> event.position() > before))
                .isEmpty();
        assertThat(first(vehicle)).isInstanceOf(Opened.Plain.class);
        assertThat(post(with(erasure(vehicle, 3, "SELLER"), "dryRun", true)).code())
                .isEqualTo("NOT_FOUND");
    }

    @Test
    void the_same_request_again_has_the_same_receipt_and_another_is_told_that_it_was_done() {
        Vehicle vehicle = soldWithEmail();
        String key = UUID.randomUUID().toString();
        Answer first = service.post("/v1/erasures", Role.REGISTRAR, key, erasure(vehicle, 0, "KEEPER"));
        assertThat(service.post("/v1/erasures", Role.REGISTRAR, key, erasure(vehicle, 0, "KEEPER"))
                        .body())
                .isEqualTo(first.body());
        assertThat(post(erasure(vehicle, 0, "KEEPER")).code()).isEqualTo("ALREADY_ERASED");
    }

    @Test
    void the_vehicle_can_be_named_by_its_mark_and_all_former_keepers_at_once() {
        Vehicle vehicle = soldWithEmail();
        Map<String, Object> body = with(
                without(without(erasure(vehicle, 0, "KEEPER"), "person"), "vehicleId"),
                "registrationMark",
                vehicle.mark());
        Answer answer = post(with(body, "keepershipsEndedBefore", "2026-07-01"));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        assertThat(first(vehicle)).isEqualTo(new Opened.Erased());
    }

    @Test
    void the_keeper_on_record_is_refused_and_a_form_says_one_thing() {
        Vehicle vehicle = soldWithEmail();
        assertThat(post(erasure(vehicle, 2, "KEEPER")).code()).isEqualTo("PERSON_STILL_ON_RECORD");
        assertThat(post(with(erasure(vehicle, 0, "KEEPER"), "registrationMark", vehicle.mark()))
                        .body()
                        .at("/errors/0/code")
                        .asString())
                .isEqualTo("NOT_EXPECTED");
        assertThat(post(without(erasure(vehicle, 0, "KEEPER"), "person"))
                        .body()
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo("person");
        assertThat(post(with(erasure(vehicle, 0, "KEEPER"), "person", map("position", 0, "role", "GRANTEE")))
                        .body()
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo("registrationMark");
    }

    @Test
    void everybody_whose_years_are_over_is_forgotten_by_the_schedule_and_nobody_else() {
        try (RunningService alone = RunningService.start(Map.of())) {
            Register there = new Register(alone);
            Vehicle old = there.registered(vehicle(LocalDate.of(2010, 3, 14)));
            corrected(alone, there, sold(alone, old), "2019-07-01");
            Vehicle young = there.registered(vehicle(LocalDate.of(2010, 3, 14)));
            corrected(alone, there, sold(alone, young), "2019-07-02");
            Map<String, Object> order = map("wholeRegister", true, "noExemptionApplies", true);
            long before = alone.log().lastPosition();
            assertThat(alone.post("/v1/erasures", Role.REGISTRAR, with(order, "dryRun", true))
                            .body()
                            .toString())
                    .isEqualTo("{\"vehicles\":1,\"persons\":1,\"more\":false}");
            assertThat(alone.post("/v1/erasures", Role.REGISTRAR, with(order, "noExemptionApplies", false))
                            .code())
                    .isEqualTo("CONSENT_MISSING");
            assertThat(alone.log().lastPosition()).isEqualTo(before);

            assertThat(alone.post("/v1/erasures", Role.REGISTRAR, order)
                            .body()
                            .path("persons")
                            .asInt())
                    .isEqualTo(1);
            assertThat(firstKeeper(alone, there, old)).isEqualTo(new Opened.Erased());
            assertThat(firstKeeper(alone, there, young)).isInstanceOf(Opened.Plain.class);
            assertThat(alone.post("/v1/erasures", Role.REGISTRAR, order)
                            .body()
                            .path("vehicles")
                            .asInt())
                    .isZero();
        }
    }

    private static Vehicle sold(RunningService at, Vehicle vehicle) {
        assertThat(at.post("/v1/keeper-changes", Role.CITIZEN, keeperChange(vehicle.mark(), vehicle.reference()))
                        .status())
                .isEqualTo(201);
        return vehicle;
    }

    /// The sale was longer ago than anybody may tell online.
    private static void corrected(RunningService at, Register register, Vehicle vehicle, String dateOfSale) {
        long sale = register.eventsOf(vehicle.id()).get(2).position();
        Answer answer = at.post(
                "/v1/corrections",
                Role.REGISTRAR,
                map("vehicleId", vehicle.id(), "corrects", sale, "reason", "case 17", "dateOfSale", dateOfSale));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
    }

    private static Opened firstKeeper(RunningService at, Register register, Vehicle vehicle) {
        return at.vault()
                .open(EventJson.read(register.eventsOf(vehicle.id()).getFirst().payload(), VehicleRegistered.class)
                        .keeper()
                        .details()
                        .text());
    }

    private Answer post(Map<String, Object> body) {
        return service.post("/v1/erasures", Role.REGISTRAR, body);
    }

    /// The seller gave an email address; the event of the sale is the vehicle's third.
    private Vehicle soldWithEmail() {
        Vehicle vehicle = register.registered();
        Map<String, Object> sale =
                with(keeperChange(vehicle.mark(), vehicle.reference()), "sellerEmail", "seller@cage.example");
        assertThat(service.post("/v1/keeper-changes", Role.CITIZEN, sale).status())
                .isEqualTo(201);
        return vehicle;
    }

    private Map<String, Object> erasure(Vehicle vehicle, int event, String role) {
        long position = register.eventsOf(vehicle.id()).get(event).position();
        return map(
                "vehicleId",
                vehicle.id(),
                "person",
                map("position", position, "role", role),
                "reason",
                "PERSON_ASKED",
                "legalBasis",
                "OBJECTION_UPHELD",
                "noExemptionApplies",
                true);
    }

    private Opened first(Vehicle vehicle) {
        return open(EventJson.read(register.eventsOf(vehicle.id()).getFirst().payload(), VehicleRegistered.class)
                .keeper()
                .details());
    }

    private KeeperChanged sale(Vehicle vehicle) {
        return EventJson.read(register.eventsOf(vehicle.id()).get(2).payload(), KeeperChanged.class);
    }

    private Opened open(Sealed sealed) {
        return service.vault().open(sealed.text());
    }
}
